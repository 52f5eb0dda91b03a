from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def give_up_letter(*, by, letter, because):
    """A letter that can not be made says why. Refused: made already, or given up."""
    hold(letter)
    if not letter.is_waiting:
        raise RuleBroken("This letter is not waiting to be made.")
    letter.failed_because = because[:300]
    letter.save()
    return letter
