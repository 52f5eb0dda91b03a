from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_announcement(*, by, announcement):
    """Register that it is printed; the line is committed before the bytes. Refused: before somebody approved it."""
    if not announcement.approved_at:
        raise RuleBroken("Nobody has approved this yet; it is printed once somebody other than its writer has.")
    return announcement
