from callins.guards import check_ahead
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def move_speaker(*, by, speaker, direction):
    """One place earlier or later. Refused: there is nobody before or after; held or called off."""
    hold(speaker.call_in)
    check_ahead(speaker.call_in)
    order = list(speaker.call_in.speakers.all())
    here = order.index(speaker)
    there = here + (-1 if direction == "earlier" else 1)
    if not 0 <= there < len(order):
        raise RuleBroken(f"{speaker} speaks {'first' if there < 0 else 'last'} already.")
    speaker, other = order[here], order[there]
    speaker.position, other.position = other.position, speaker.position
    speaker.save()
    other.save()
    return speaker
