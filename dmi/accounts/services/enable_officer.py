from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def enable_officer(*, by, officer, at):
    """The account may sign in again; its idle days begin anew. Refused: one that may already."""
    hold(officer)
    if officer.is_active:
        raise RuleBroken(f"The account of {officer} is not disabled.")
    officer.is_active, officer.idle_from = True, at
    officer.save(update_fields=["is_active", "idle_from"])
    return officer
