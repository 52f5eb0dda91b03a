"""Refusals that several acts share."""

from dmi.accounts.roles import Role
from dmi.errors import RuleBroken

BEHIND_THE_WALL = {Role.TREATMENT, Role.COURT_CLERK}


def check_roles(roles):
    if not roles:
        raise RuleBroken("Choose at least one role.")
    if Role.CLOCK in roles:
        raise RuleBroken("Nobody signs in as the clock; choose another role.")
    if Role.TREATMENT in roles and not BEHIND_THE_WALL.issuperset(roles):
        raise RuleBroken("Who treats holds no role that reads police records (42 CFR Part 2); make another account.")
