from callins.services.notifying import check_open, refuse_officer
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged


@on_the_record
def change_notification(*, by, notification, seen, why, exposure, help_offered, officer, community_member):
    """What is planned. Another legal exposure takes the approval back: a prosecutor stands by words, not by a person.

    `seen` is the version that the form was filled from. Refused: changed meanwhile; delivered or given up.
    """
    hold(notification)
    check_open(notification)
    check_unchanged(notification, seen, notification.CORRECTED)
    refuse_officer(officer)
    if exposure != notification.exposure:
        notification.approved_by = notification.approved_at = None
    notification.why, notification.exposure, notification.help_offered = why, exposure, help_offered
    notification.officer, notification.community_member = officer, community_member
    notification.save()
    return notification
