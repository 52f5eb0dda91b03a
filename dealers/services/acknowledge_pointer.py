from django.http import Http404

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def acknowledge_pointer(*, by, pointer, at):
    """The owner has seen that somebody asked about the record. Refused: seen already. Nobody else finds it."""
    hold(pointer)
    if pointer.dealer.owner != by:
        raise Http404
    if pointer.seen_at:
        raise RuleBroken("You have seen this already.")
    pointer.seen_at = at
    pointer.save()
    return pointer
