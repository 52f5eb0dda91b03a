from callins.models import CustomNotification
from callins.services.notifying import check_open
from dmi.audit.trail import hold, on_the_record


@on_the_record
def give_up_notification(*, by, notification, because, at):
    """Nobody goes any more, and why; another may be planned. Refused: delivered or given up already."""
    hold(notification)
    check_open(notification)
    notification.state = CustomNotification.State.GIVEN_UP
    notification.given_up_because, notification.given_up_at = because, at
    notification.save()
    return notification
