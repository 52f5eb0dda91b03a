from dealers.services.reopen_list import check_stands
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def confirm_list_complete(*, by, declaration, at):
    """A supervisor says so too: names approved from now on count against the list.

    Refused: one's own declaration, a list confirmed already or reopened since.
    """
    hold(declaration)
    check_stands(declaration)
    if declaration.is_confirmed:
        raise RuleBroken(f"{declaration.confirmed_by} confirmed this list already.")
    if declaration.by_id == by.pk:
        raise RuleBroken("You declared this list complete; another supervisor confirms it.")
    declaration.confirmed_by, declaration.confirmed_at = by, at
    declaration.save()
    return declaration
