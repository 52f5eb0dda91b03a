"""Five wrong attempts lock an account until somebody releases it (CJIS Security Policy AC-7).

Password and second factor count alike. A lock stops signing in, not a running session: else whoever knows badges could
throw out a shift.
"""

from datetime import timedelta

from dmi.accounts.models import User, WrongAttempt
from dmi.audit import trail

MOST_ATTEMPTS = 5
WITHIN = timedelta(minutes=15)
LOCKED = "This account is locked or disabled; ask an administrator or the duty supervisor."


def count_wrong_attempt(officer, at):
    """One more; the fifth in a quarter of an hour locks, and says so on the trail."""
    WrongAttempt.objects.create(officer=officer, at=at)
    recent = WrongAttempt.objects.filter(officer=officer, at__gt=at - WITHIN)
    if recent.count() >= MOST_ATTEMPTS and User.objects.filter(pk=officer.pk, locked_at=None).update(locked_at=at):
        trail.enter(officer, "accounts.lock", trail.Outcome.DONE, officer)


def forget_wrong_attempts(officer):
    """Whoever signs in rightly, or was released, begins at nought."""
    WrongAttempt.objects.filter(officer=officer).delete()
