from dmi.accounts.models import User
from dmi.audit.trail import on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.models import Action


@on_the_record
def reassign_actions(*, by, officer, to):
    """Everything that one officer has still to do is another's in one step, also where he has left: how many. Whoever
    has it now is told by mail.

    Of actions that `by` may see. Refused: the same officer, an account that can not answer, nothing to hand over.
    """
    if officer == to:
        raise RuleBroken("These are two names of one officer; choose another.")
    if not User.objects.holding("maintenance.answer_action").contains(to):
        raise RuleBroken(f"{to} can not answer actions; choose an officer or a partner with an account.")
    own = Action.objects.visible_to(by).open().given_to(officer)
    moved = Action.objects.filter(pk__in=list(own.values_list("pk", flat=True))).open().update(assignee=to)
    if not moved:
        raise RuleBroken(f"{officer} has nothing to do that is yours to reassign.")
    later("maintenance.tell_of_caseload", officer=str(to.pk))
    return moved
