from django.http import Http404

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def see_danger(*, by, pointer, because, at):
    """In imminent danger: whether the hidden record warns of weapons or violence. Why is typed, and reviewed next day.

    A second reason before the review of the first changes nothing. Refused: no reason.
    For anybody but who was given the pointer it is not there.
    """
    hold(pointer)
    if pointer.given_to != by:
        raise Http404
    if not because.strip():
        raise RuleBroken("Say what the danger is.")
    if pointer.danger_at and not pointer.reviewed_at:
        return pointer  # the reason that waits for its review stands
    pointer.danger_because, pointer.danger_at = because, at
    pointer.reviewed_by = pointer.reviewed_at = None
    pointer.save()
    return pointer
