"""What is done with accounts and tokens."""

from datetime import timedelta

from django.contrib.auth.password_validation import validate_password

from dmi.accounts.locking import forget_wrong_attempts
from dmi.accounts.models import Token, User
from dmi.accounts.roles import Role
from dmi.accounts.tokens import sha256_of
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

BEHIND_THE_WALL = {Role.TREATMENT, Role.COURT_CLERK}


@on_the_record
def set_up_task_force(*, by, task_force, name, time_zone):
    """What it is called, and in whose time its weeks begin. Refused: no name, a zone that is none."""
    task_force.name, task_force.time_zone = name, time_zone
    task_force.full_clean()
    task_force.save()
    return task_force


@on_the_record
def add_officer(
    *, by, badge, full_name, roles, password, rank="", phone="", email="", agency=None, is_sworn=False, shift=""
):
    """An account. Refused: a badge in use, a weak password, no role, the clock's, treatment beside others."""
    check_roles(roles)
    if not f"{badge}{full_name}{rank}".isprintable():
        raise RuleBroken("Badge, name and rank are plain text in one line.")
    officer = User(
        badge=badge, full_name=full_name, rank=rank, phone=phone, email=email, agency=agency, roles=list(roles),
        is_sworn=is_sworn, shift=shift,
    )  # fmt: skip
    if User.objects.filter(badge__iexact=badge).exists():
        raise RuleBroken(f"Badge {badge} has an account already.")
    validate_password(password, officer)
    officer.set_password(password)
    officer.full_clean()
    officer.save()
    return officer


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


def check_roles(roles):
    if not roles:
        raise RuleBroken("Choose at least one role.")
    if Role.CLOCK in roles:
        raise RuleBroken("Nobody signs in as the clock; choose another role.")
    if Role.TREATMENT in roles and not BEHIND_THE_WALL.issuperset(roles):
        raise RuleBroken("Who treats holds no role that reads police records (42 CFR Part 2); make another account.")


@on_the_record
def release_lock(*, by, officer):
    """Who locked himself out may try again. Refused: an account that is not locked, one's own."""
    hold(officer)
    if officer.locked_at is None:
        raise RuleBroken(f"The account of {officer} is not locked.")
    if officer.pk == by.pk:
        raise RuleBroken("Somebody else releases your account, who has seen you.")
    officer.locked_at = None
    officer.save(update_fields=["locked_at"])
    forget_wrong_attempts(officer)
    return officer


@on_the_record
def make_token(*, by, name, scope, days, secret, at):
    """A key for the API; only its hash is kept. Refused: a term of less than a day or more than a year."""
    term = Token.LONGEST.days
    if not 1 <= days <= term:
        raise RuleBroken(f"A token lasts between 1 and {term} days.")
    return Token.objects.create(
        officer=by, name=name, scope=scope, sha256=sha256_of(secret), made_at=at, expires_at=at + timedelta(days=days)
    )


@on_the_record
def revoke_token(*, by, token, at):
    """The key opens nothing any more. Refused: revoked already."""
    hold(token)
    if token.revoked_at:
        raise RuleBroken("This token is revoked already.")
    token.revoked_at = at
    token.save()
    return token
