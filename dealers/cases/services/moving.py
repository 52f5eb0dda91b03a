"""The one way in which a case moves on: the table says whether, the guards why not, the step that it was done."""

from dealers.cases.guards import Attempt, refusals, stands_elsewhere
from dealers.cases.models import Step
from dealers.cases.states import BY_VERB, NEXT
from dmi.audit.trail import hold
from dmi.errors import RuleBroken


def move(case, verb, *, by, at, because="", **said):
    """Hold the case, let the table decide, write the step, set the state. Saving is left to the service.

    Refused: from a state that the table does not name, which is what the second of two people is told; whatever a
    guard says.
    """
    hold(case)
    way = BY_VERB[verb]
    if case.state not in way.sources:
        raise RuleBroken(stands_elsewhere(case, way))
    if why_not := refusals(case, verb, Attempt(by, at, said)):
        raise RuleBroken(" ".join(why_not))
    Step.objects.create(
        case=case, verb=verb, source=case.state, target=way.target, because=because, by=by, at=at
    )  # fmt: skip
    case.state, case.next_step, case.next_step_on = way.target, NEXT.get(way.target, ""), None
