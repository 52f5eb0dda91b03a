from callins.models import Letter
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_letters(*, by, call_in):
    """Register that the newest letters of a call-in leave the desk, in one file. Refused: while one is being made."""
    letters = Letter.objects.visible_to(by).of_call_in(call_in).newest()
    if letters.waiting().exists():
        raise RuleBroken("Letters are still being made; wait for them.")
    if not letters.made().exists():
        raise RuleBroken("No letter is made yet; ask for them first.")
    return call_in
