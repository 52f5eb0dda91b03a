from dmi.accounts.services.checks import check_roles
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def change_officer(*, by, officer, roles, is_sworn, is_active, rank="", phone="", email="", shift=""):
    """Roles and duties of an account. Refused: one's own roles, no role, the clock's, treatment beside others."""
    check_roles(roles)
    if officer.pk == by.pk and (set(roles) != set(officer.roles) or not is_active):
        raise RuleBroken("Another administrator changes your own roles.")
    officer.roles, officer.is_sworn, officer.is_active = list(roles), is_sworn, is_active
    officer.rank, officer.phone, officer.email, officer.shift = rank, phone, email, shift
    officer.full_clean(exclude=["password"])
    officer.save(update_fields=["roles", "is_sworn", "is_active", "rank", "phone", "email", "shift"])
    return officer
