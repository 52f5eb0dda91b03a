from dmi.accounts.roles import Role
from dmi.accounts.services.checks import BEHIND_THE_WALL, check_an_administrator_stays, check_roles, check_watch
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def change_officer(*, by, officer, roles, is_sworn, rank="", phone="", email="", shift=""):
    """Roles and duties of an account. Refused: one's own roles, no role, the clock's, treatment beside others,
    administrator beside security officer, either beside what is lent; the last administrator's.
    """
    hold(officer)
    check_roles(roles)
    if officer.pk == by.pk and set(roles) != set(officer.roles):
        raise RuleBroken("Another administrator changes your own roles.")
    if Role.ADMINISTRATOR not in roles:
        check_an_administrator_stays(officer)
    check_lent(officer, roles)
    officer.roles, officer.is_sworn = list(roles), is_sworn
    officer.rank, officer.phone, officer.email, officer.shift = rank, phone, email, shift
    officer.full_clean(exclude=["password"])
    officer.save(update_fields=["roles", "is_sworn", "rank", "phone", "email", "shift"])
    return officer


def check_lent(officer, roles):
    """Whoever is lent a police role does not change sides meanwhile, nor the other way round (42 CFR Part 2); nor does
    he come to watch what he is lent to run.
    """
    if officer.loans().exists() and BEHIND_THE_WALL.issuperset(roles) != BEHIND_THE_WALL.issuperset(officer.roles):
        raise RuleBroken(f"{officer} is lent a role of this side; end that first.")
    check_watch({*roles, *officer.roles_lent()})
