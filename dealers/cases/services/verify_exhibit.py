from dealers.cases import keeping
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def verify_exhibit(*, by, exhibit, at):
    """Read the file anew from end to end and compare its SHA-256 with the one at its entry. Refused: a thing.

    Returns the exhibit; `is_broken` says what came of it, and stays so until the file is whole again.
    """
    if not exhibit.is_file:
        raise RuleBroken("A thing has no file to compare; look at it, and log who has it.")
    why = keeping.why_broken(exhibit)
    hold(exhibit)
    exhibit.verified_at, exhibit.broken_at = at, (exhibit.broken_at or at) if why else None
    exhibit.save(update_fields=["verified_at", "broken_at"])
    return exhibit
