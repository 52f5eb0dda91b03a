from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def acknowledge_copy(*, by, copy, at):
    """The officer has read the sheet. Refused: not downloaded yet. Saying it twice changes nothing."""
    if copy.downloaded_at is None:
        raise RuleBroken("Download your copy first; then say that you have read it.")
    copy.acknowledged_at = copy.acknowledged_at or at
    copy.save(update_fields=["acknowledged_at"])
    return copy
