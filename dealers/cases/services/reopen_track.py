from dealers.cases.services.decide_track import reopen
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def reopen_track(*, by, decision, because, at):
    """A decision no longer stands; what it said stays readable. Refused: no reason, one that is re-opened already."""
    hold(decision.dealer)
    decision.refresh_from_db()
    if decision.reopened_at:
        raise RuleBroken("This decision is re-opened already; decide anew.")
    if not because:
        raise RuleBroken("Say why the decision is re-opened.")
    reopen(decision, because=because, at=at)
    return decision
