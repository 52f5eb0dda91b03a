from django.utils.timezone import localdate

from dealers.models import Violation
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_violation_outcome(*, by, violation, outcome, outcome_on, at, reported_on=None):
    """What came of a violation; a later word takes the place of an earlier one, which its history keeps.

    Refused: no answer at all, a day to come, an answer to what nobody reported, an answer before the report.
    """
    hold(violation)
    reported_on = reported_on or violation.reported_on
    if outcome == Violation.Outcome.PENDING:
        raise RuleBroken("Choose what came of it; until then it stands as not answered.")
    if outcome_on > localdate(at):
        raise RuleBroken("This day is still to come; check the date.")
    if reported_on is None:
        raise RuleBroken("Say when it was reported to the supervising officer; only then can there be an answer.")
    if not violation.seen_on <= reported_on <= outcome_on:
        raise RuleBroken("First it is seen, then reported, then answered; check the dates.")
    violation.outcome, violation.outcome_on, violation.reported_on = outcome, outcome_on, reported_on
    violation.save()
    return violation
