from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_open, check_past, check_since


@on_the_record
def order_vacate(*, by, code_case, ordered_on, at):
    """The place is to be left empty from this day. Refused: before a notice was served, twice, a closed case."""
    hold(code_case)
    check_open(code_case)
    if code_case.notice_served_on is None:
        raise RuleBroken("No notice was served yet. Serve it first: an order without notice falls in court.")
    if code_case.vacate_ordered_on:
        raise RuleBroken(f"The order to vacate stands since {code_case.vacate_ordered_on:%-d %B %Y}.")
    check_past("ordered_on", ordered_on, at)
    check_since("ordered_on", ordered_on, code_case.notice_served_on, "The notice was served")
    code_case.vacate_ordered_on = ordered_on
    code_case.save()
    return code_case
