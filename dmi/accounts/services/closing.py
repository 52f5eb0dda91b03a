"""What ends with an account or with its password, whoever ends it."""

from dmi.accounts.models import ActingRole, Token
from dmi.accounts.services.checks import check_an_administrator_stays
from dmi.accounts.sessions import end_sessions
from dmi.audit.told import told_when_gone


def close_account(officer, at):
    """Sessions, tokens and lent roles end with it, so that none of them comes back when it is enabled."""
    check_an_administrator_stays(officer)
    officer.is_active = False
    with told_when_gone():
        officer.save(update_fields=["is_active"])
    shut_out(officer, at)
    ActingRole.objects.filter(officer=officer, ended_at=None).update(ended_at=at)


def shut_out(officer, at):
    """Whoever is in by what is no longer good, at a screen or by a program."""
    end_sessions(officer)
    revoke_tokens(officer, at)


def revoke_tokens(officer, at):
    """A token that a thief made while he was in would outlive the password that let him in."""
    Token.objects.visible_to(officer).unrevoked().update(revoked_at=at)
