from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def finish_letter(*, by, letter, pdf, sha256, at):
    """The worker keeps the finished page. Refused: made already, or given up."""
    hold(letter)
    if not letter.is_waiting:
        raise RuleBroken("This letter is not waiting to be made.")
    letter.content, letter.sha256, letter.made_at = pdf, sha256, at
    letter.save()
    return letter
