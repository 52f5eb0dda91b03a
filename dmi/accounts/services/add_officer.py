from django.contrib.auth.password_validation import validate_password

from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.accounts.services.checks import check_roles, check_roster
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_officer(
    *, by, badge, full_name, roles, password, rank="", phone="", email="", agency=None, is_sworn=False, shift=""
):
    """An account. Refused: a badge in use or that is none, a weak password, no role, the clock's, roles that do not go
    together or to the roster.

    Its first password is changed at the first sign-in; but for accounts that the clock makes, whose owner types it
    (create_administrator) or whose password stands on the demo's own page.
    """
    check_roles(roles)
    check_roster(roles, is_sworn)
    if not f"{badge}{full_name}{rank}".isprintable():
        raise RuleBroken("Badge, name and rank are plain text in one line.")
    officer = User(
        badge=badge, full_name=full_name, rank=rank, phone=phone, email=email, agency=agency, roles=list(roles),
        is_sworn=is_sworn, shift=shift, has_first_password=Role.CLOCK not in by.roles,
    )  # fmt: skip
    if User.objects.filter(badge__iexact=badge).exists():
        raise RuleBroken(f"Badge {badge} has an account already.")
    validate_password(password, officer)
    officer.set_password(password)
    officer.full_clean()
    officer.save()
    return officer
