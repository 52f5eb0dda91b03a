from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def acknowledge_copy(*, by, copy, at):
    """The officer has read the sheet. Refused: neither opened nor downloaded yet. Saying it twice changes nothing."""
    if not copy.is_in_hand:
        raise RuleBroken("Open or download your copy first; then say that you have read it.")
    copy.acknowledged_at = copy.acknowledged_at or at
    copy.save(update_fields=["acknowledged_at"])
    return copy
