from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken


@on_the_record
def retry_letter(*, by, letter):
    """A letter that failed is made again, in the same words. Refused: unless it failed."""
    hold(letter)
    if not letter.failed_because:
        raise RuleBroken("This letter has not failed; there is nothing to try again.")
    letter.failed_because, letter.attempts = "", 0
    letter.save()
    later("callins.make_letter", letter=str(letter.pk))
    return letter
