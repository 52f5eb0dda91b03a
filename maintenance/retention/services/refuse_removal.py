from dmi.audit.trail import hold, on_the_record
from maintenance.retention.models import Removal
from maintenance.retention.removing import refuse_answer


@on_the_record
def refuse_removal(*, by, removal, because, at):
    """The record stays, for the reason given. Refused: one's own request; one that is answered already."""
    hold(removal)
    refuse_answer(removal, by)
    removal.state, removal.refused_because = Removal.State.REFUSED, because
    removal.answered_by, removal.answered_at, removal.order_number = by, at, ""
    removal.save()
    return removal
