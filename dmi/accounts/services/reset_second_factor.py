from allauth.mfa.models import Authenticator

from dmi.accounts.sessions import end_sessions
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def reset_second_factor(*, by, officer):
    """Phone or key lost: every session ends, the next sign-in sets up another. Refused: none set up, one's own."""
    hold(officer)
    if officer.pk == by.pk:
        raise RuleBroken("Another administrator resets your second factor, who has seen you.")
    factors = Authenticator.objects.filter(user=officer)
    if not factors.exists():
        raise RuleBroken(f"{officer} has set up no second factor.")
    factors.delete()
    end_sessions(officer)
    return officer
