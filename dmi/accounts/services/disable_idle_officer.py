from datetime import timedelta

from dmi.accounts.models import User
from dmi.accounts.services.closing import close_account
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def disable_idle_officer(*, by, officer, days, at):
    """Nobody signed in for so many days (CJIS Security Policy AC-2(3)). Refused: somebody did, the last administrator.

    Asked anew with the row held: he may have signed in since the clock looked.
    """
    hold(officer)
    if not User.objects.idle_since(at - timedelta(days=days)).filter(pk=officer.pk).exists():
        raise RuleBroken(f"The account of {officer} is not idle.")
    close_account(officer, at)
    return officer
