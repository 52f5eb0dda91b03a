from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken

DUTY = ("is_sworn", "shift")


@on_the_record
def change_shift(*, by, officer, seen, is_sworn, shift=""):
    """On which shift an officer is, and whether he gets the hot sheet. Whoever leaves the roster opens no copy more.

    `seen` is the version that the form was filled from. Refused: changed meanwhile; one's own place on the roster, as
    it would outlast a lent role; an account that is shut; anybody but police: the sheet is for sworn officers.
    """
    hold(officer)
    check_unchanged(officer, seen, DUTY)
    if officer.pk == by.pk and is_sworn != officer.is_sworn:
        raise RuleBroken("Somebody else puts you on the roster, or takes you off it.")
    if is_sworn and not officer.is_active:
        raise RuleBroken(f"The account of {officer} is shut; an administrator opens it first.")
    if is_sworn and not User.objects.on_the_police_side().contains(officer):
        raise RuleBroken(f"{officer} is no police officer; the hot sheet goes to sworn officers alone.")
    officer.is_sworn, officer.shift = is_sworn, " ".join(shift.split())
    officer.save(update_fields=DUTY)
    return officer
