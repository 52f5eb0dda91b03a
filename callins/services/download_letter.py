from callins.wording import plain
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_letter(*, by, letter):
    """Register that a letter leaves the desk; the line is committed before the bytes. Refused: not made yet;
    with a legal exposure that was changed since, by which nobody stands any more.
    """
    if not letter.made_at:
        raise RuleBroken(letter.failed_because or "This letter is still being made; wait for it.")
    if letter.notification and plain(letter.notification.exposure) not in letter.text:
        raise RuleBroken("The legal exposure was changed after this letter was written; ask for a new one.")
    return letter
