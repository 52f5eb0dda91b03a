from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import author_of, check_unchanged
from dmi.errors import RuleBroken
from maintenance.services.announcing import check_unpublished


@on_the_record
def approve_announcement(*, by, announcement, seen, at):
    """Somebody else stands by the words that he read: `seen` is their version.

    Refused: by whoever wrote them, at first or since; approved already; other words than were read.
    """
    hold(announcement)
    check_unpublished(announcement)
    check_unchanged(announcement, seen, announcement.CORRECTED)
    wrote = {author_of(announcement, name) for name in announcement.CORRECTED}
    if str(by.pk) in {str(announcement.by_id), *wrote}:
        raise RuleBroken("You wrote this; somebody else approves it.")
    if announcement.approved_at:
        raise RuleBroken(f"{announcement.approved_by} approved this already; publish it.")
    announcement.approved_by, announcement.approved_at = by, at
    announcement.save()
    return announcement
