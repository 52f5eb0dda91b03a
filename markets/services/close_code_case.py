from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_open, check_past, check_since
from markets.models import CodeCase

Outcome = CodeCase.Outcome


@on_the_record
def close_code_case(*, by, code_case, outcome, closed_on, at):
    """How it ended. Refused: complied without an inspection that says so, vacated without the order, twice."""
    hold(code_case)
    check_open(code_case)
    last = code_case.last_inspection
    if outcome == Outcome.COMPLIED and not (last and last.is_complied):
        raise RuleBroken("The last inspection does not say that it complies. Record the inspection that does, first.")
    if outcome == Outcome.VACATED and not code_case.vacate_ordered_on:
        raise RuleBroken("Nobody ordered this place vacated. Record the order first.")
    check_past("closed_on", closed_on, at)
    check_since("closed_on", closed_on, code_case.opened_on, "The case was opened")
    code_case.outcome, code_case.closed_on = outcome, closed_on
    code_case.save()
    return code_case
