from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def reopen_list(*, by, declaration, because, at):
    """The list is complete no more: the declaration stays on record with the reason, and another may follow.

    Refused: a list reopened already.
    """
    hold(declaration)
    check_stands(declaration)
    declaration.reopened_at, declaration.reopened_because = at, because
    declaration.save()
    return declaration


def check_stands(declaration):
    if declaration.reopened_at:
        raise RuleBroken(f"This list was reopened on {localdate(declaration.reopened_at):%-d %B %Y}; declare it anew.")
