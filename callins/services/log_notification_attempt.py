from callins.models import NotificationAttempt
from callins.services.notifying import check_open
from dmi.audit.trail import hold, on_the_record


@on_the_record
def log_notification_attempt(*, by, notification, place, note, at):
    """The team went and did not meet the person: where, and what was found. Refused: delivered or given up."""
    hold(notification)
    check_open(notification)
    return NotificationAttempt.objects.create(
        notification=notification, place=place, is_met=False, note=note, by=by, at=at
    )
