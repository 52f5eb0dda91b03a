from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_letter(*, by, letter):
    """Register that a letter leaves the desk; the line is committed before the bytes. Refused: not made yet."""
    if not letter.made_at:
        raise RuleBroken(letter.failed_because or "This letter is still being made; wait for it.")
    return letter
