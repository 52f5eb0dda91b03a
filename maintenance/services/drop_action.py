from dmi.audit.trail import hold, on_the_record
from maintenance.models import Action
from maintenance.services.answer_action import check_to_do


@on_the_record
def drop_action(*, by, action, why, at):
    """It is not to be done any more; no clock stops by that. Refused: one that has ended."""
    hold(action)
    check_to_do(action)
    action.end(state=Action.State.DROPPED, outcome=why, at=at)
    return action
