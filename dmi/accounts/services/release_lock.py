from dmi.accounts.locking import forget_wrong_attempts
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


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
