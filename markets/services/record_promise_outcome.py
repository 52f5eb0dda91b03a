from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_past, check_since


@on_the_record
def record_promise_outcome(*, by, promise, outcome, outcome_on, at):
    """Kept or broken, and on what day. Refused: a second time, a day to come or before it was promised."""
    hold(promise)
    if not promise.is_open:
        raise RuleBroken(
            f"This promise stands as {promise.get_outcome_display().lower()} since {promise.outcome_on:%-d %B %Y}."
        )
    check_past("outcome_on", outcome_on, at)
    check_since("outcome_on", outcome_on, promise.promised_on, "It was promised")
    promise.outcome, promise.outcome_on = outcome, outcome_on
    promise.save()
    return promise
