from dmi.accounts.services.closing import close_account
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def disable_officer(*, by, officer, at):
    """The account ends now, at every screen and for every program. Refused: one's own, the last administrator's."""
    hold(officer)
    if not officer.is_active:
        raise RuleBroken(f"The account of {officer} is disabled already.")
    if officer.pk == by.pk:
        raise RuleBroken("Another administrator disables your own account.")
    close_account(officer, at)
    return officer
