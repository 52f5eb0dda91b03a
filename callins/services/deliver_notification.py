from django.utils.timezone import localdate

from callins.models import CustomNotification, NotificationAttempt
from callins.services.notifying import check_may_go
from dmi.audit.trail import hold, on_the_record


@on_the_record
def deliver_notification(*, by, notification, place, reaction, at):
    """The person was met and told; how it was taken is the reaction.

    Refused: an exposure that no prosecutor approved within 90 days; a warrant, or custody; delivered or given up.
    """
    hold(notification)
    check_may_go(notification, localdate(at))
    NotificationAttempt.objects.create(notification=notification, place=place, is_met=True, by=by, at=at)
    notification.state, notification.delivered_at, notification.reaction = (
        CustomNotification.State.DELIVERED,
        at,
        reaction,
    )
    notification.save()
    return notification
