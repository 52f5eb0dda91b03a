from dmi.accounts.roles import Role
from dmi.accounts.services.checks import check_an_administrator_stays, check_roles, check_roster, check_together
from dmi.audit.told import told_when_gone
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def change_officer(*, by, officer, roles, is_sworn, rank="", phone="", email="", shift=""):
    """Roles and duties of an account. Refused: one's own roles or place on the roster, no role, the clock's, roles that
    do not go together, with what is lent or to the roster; the last administrator's.
    """
    hold(officer)
    check_roles(roles)
    check_roster(roles, is_sworn)
    if officer.pk == by.pk and (set(roles), is_sworn) != (set(officer.roles), officer.is_sworn):
        raise RuleBroken("Another administrator changes your own roles, and whether you are sworn.")
    if Role.ADMINISTRATOR not in roles:
        check_an_administrator_stays(officer)
    check_together({*roles, *officer.roles_lent()})
    officer.roles, officer.is_sworn = list(roles), is_sworn
    officer.rank, officer.phone, officer.email, officer.shift = rank, phone, email, shift
    officer.full_clean(exclude=["badge", "password"])
    with told_when_gone():
        officer.save(update_fields=["roles", "is_sworn", "rank", "phone", "email", "shift"])
    return officer
