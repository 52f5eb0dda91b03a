from dmi.accounts.roles import Role
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from markets.models import CodeCase


@on_the_record
def open_code_case(*, by, hot_place, inspector, number, ordinance, violation, on, at):
    """A violation at this place is the inspector's from now on: he sees the address and this case, nothing of people.

    Refused: an inspector who is no partner or may not sign in, a number in use.
    """
    if Role.PARTNER not in inspector.roles or not inspector.is_active:
        raise RuleBroken(f"{inspector} is no partner who signs in here; ask the administrator for an account.")
    return CodeCase.objects.create(
        hot_place=hot_place, inspector=inspector, number=number, ordinance=ordinance, violation=violation,
        opened_on=on, by=by, at=at,
    )  # fmt: skip
