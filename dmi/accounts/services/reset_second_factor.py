from allauth.mfa.models import Authenticator

from dmi.accounts.services.closing import shut_out
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def reset_second_factor(*, by, officer, at):
    """Phone or key lost: sessions and tokens end, the next sign-in sets up another. Refused: none set up, one's own."""
    hold(officer)
    if officer.pk == by.pk:
        raise RuleBroken("Another administrator resets your second factor, who has seen you.")
    factors = Authenticator.objects.filter(user=officer)
    if not factors.exists():
        raise RuleBroken(f"{officer} has set up no second factor.")
    factors.delete()
    shut_out(officer, at)
    return officer
