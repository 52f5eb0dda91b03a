from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.services.announcing import check_unpublished


@on_the_record
def publish_announcement(*, by, announcement, published_on, at):
    """It is out since that day, and from there the months are compared. Refused: not approved; out already; a day
    to come, or before the approval.
    """
    hold(announcement)
    check_unpublished(announcement)
    if not announcement.approved_at:
        raise RuleBroken("Nobody has approved this yet; it is published once somebody other than its writer has.")
    if published_on > localdate(at):
        raise ValidationError({"published_on": "This day is still to come; enter it once it is out."})
    if published_on < localdate(announcement.approved_at):
        approved = f"{localdate(announcement.approved_at):%-d %B %Y}"
        raise ValidationError({"published_on": f"It was approved on {approved}; nothing goes out before."})
    announcement.published_on = published_on
    announcement.save(update_fields=["published_on"])
    return announcement
