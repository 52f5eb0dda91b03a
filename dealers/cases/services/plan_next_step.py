from django.utils.timezone import localdate

from dmi.audit.trail import hold, is_visible, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def plan_next_step(*, by, case, next_step, owner, at, next_step_on=None):
    """What is done next, by when, and who answers for it. Refused: of an ended case, a day gone by, a blind owner."""
    hold(case)
    if case.has_ended:
        raise RuleBroken(f"{case} is {case.label.lower()}; nothing follows.")
    if next_step_on and next_step_on < localdate(at):
        raise RuleBroken("This day has gone by; give the day until which it is to be done.")
    if not is_visible(case, owner):
        raise RuleBroken(f"{owner} does not see {case}; choose somebody who works {case.market}.")
    case.next_step, case.next_step_on, case.owner = next_step, next_step_on, owner
    case.save()
    return case
