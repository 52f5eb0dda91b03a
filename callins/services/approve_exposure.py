from django.utils.timezone import localdate

from callins.services.notifying import check_open
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import author_of, check_unchanged
from dmi.errors import RuleBroken

READ = ("exposure",)  # what a prosecutor stands by


@on_the_record
def approve_exposure(*, by, notification, seen, at):
    """A prosecutor stands by the words, for 90 days. `seen` is the version of the words that were read.

    Refused: by who planned the notification or wrote these words; other words than were read; while an approval
    holds; once it is over.
    """
    hold(notification)
    check_open(notification)
    check_unchanged(notification, seen, READ)
    if notification.by_id == by.pk:
        raise RuleBroken("You planned this notification; another prosecutor approves its legal exposure.")
    if author_of(notification, "exposure") == str(by.pk):
        raise RuleBroken("You wrote this legal exposure; another prosecutor approves it.")
    if notification.is_approved_on(localdate(at)):
        raise RuleBroken(
            f"{notification.approved_by} approved this; it holds until {notification.approved_until:%-d %b %Y}."
        )
    notification.approved_by, notification.approved_at = by, at
    notification.save()
    return notification
