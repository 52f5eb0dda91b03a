"""Refusals that several acts share."""

from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.errors import RuleBroken

BEHIND_THE_WALL = {Role.TREATMENT, Role.COURT_CLERK}
WATCHES = {Role.ADMINISTRATOR, Role.SECURITY_OFFICER}


def check_roles(roles):
    if not roles:
        raise RuleBroken("Choose at least one role.")
    if Role.CLOCK in roles:
        raise RuleBroken("Nobody signs in as the clock; choose another role.")
    check_together(roles)


def check_together(roles):
    """Own and lent ones alike: never over the wall (42 CFR Part 2), a partner's beside another, or running the accounts
    that one watches (CJIS Security Policy AC-5).
    """
    if BEHIND_THE_WALL.intersection(roles) and not BEHIND_THE_WALL.issuperset(roles):
        raise RuleBroken("No account reaches across the wall between treatment and police, by a role of its own or a "
                         "lent one (42 CFR Part 2); make another account.")  # fmt: skip
    if Role.PARTNER in roles and len({*roles}) > 1:
        raise RuleBroken("Partners of other agencies hold that role alone: they lend no roles and are lent none.")
    if WATCHES.issubset(roles):
        raise RuleBroken("Who runs the accounts does not watch the trail, nor the other way round; choose another.")


def check_roster(roles, is_sworn):
    """As where a shift is changed (maintenance.change_shift): a sworn account gets every sheet."""
    if is_sworn and {*BEHIND_THE_WALL, Role.PARTNER}.intersection(roles):
        raise RuleBroken("Treatment, court and partners are on no roster: the hot sheet is for sworn officers alone.")


def check_an_administrator_stays(officer):
    """The rows are held, so that two administrators can not shut each other out at once."""
    administrators = User.objects.administrators().select_for_update().order_by("pk")
    others = [each for each in administrators if each.pk != officer.pk and each.locked_at is None]
    if Role.ADMINISTRATOR in officer.roles and not others:
        raise RuleBroken(f"{officer} is the only administrator who can sign in; add another one first.")
