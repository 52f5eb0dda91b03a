"""What ends with an account, whoever ends it."""

from dmi.accounts.models import ActingRole, Token
from dmi.accounts.services.checks import check_an_administrator_stays
from dmi.accounts.sessions import end_sessions


def close_account(officer, at):
    """Sessions, tokens and lent roles end with it, so that none of them comes back when it is enabled."""
    check_an_administrator_stays(officer)
    officer.is_active = False
    officer.save(update_fields=["is_active"])
    end_sessions(officer)
    Token.objects.visible_to(officer).unrevoked().update(revoked_at=at)
    ActingRole.objects.filter(officer=officer, ended_at=None).update(ended_at=at)
