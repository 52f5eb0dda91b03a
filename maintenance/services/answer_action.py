from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Action, NewDealerAlert


@on_the_record
def answer_action(*, by, action, answer, outcome, at):
    """What came of it, by whom it was given: done, which stops the alert's clock, or it could not be done.

    Refused: somebody else's action, one that has ended.
    """
    hold(action)
    check_to_do(action)
    if action.assignee_id != by.pk:
        raise RuleBroken(f"This was given to {action.assignee}, who answers it; a supervisor can reassign it.")
    action.end(state=answer, outcome=outcome, at=at)
    if answer == Action.State.DONE:
        NewDealerAlert.objects.stop_clock(action.alert_id, at)
    return action


def check_to_do(action):
    if not action.is_open:
        raise RuleBroken(f"This has ended already: {action.get_state_display().lower()}. {action.outcome}")
