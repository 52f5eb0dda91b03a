from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_assigns


@on_the_record
def release_officer(*, by, assignment, on):
    """The assignment ends; from now on the officer sees nothing of the market."""
    check_assigns(by, assignment.market)
    hold(assignment)
    if assignment.until_on:
        raise RuleBroken(f"This assignment ended on {assignment.until_on:%-d %B %Y}.")
    assignment.until_on = max(on, assignment.from_on)
    assignment.save()
    return assignment
