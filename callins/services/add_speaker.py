from callins.guards import check_ahead
from callins.models import Speaker
from dmi.audit.trail import hold, on_the_record


@on_the_record
def add_speaker(*, by, call_in, prong, capacity, name, subject, minutes):
    """One more turn at the end of the agenda; without a name it is still to be found. Refused: held or called off."""
    hold(call_in)
    check_ahead(call_in)
    last = call_in.speakers.last()
    return Speaker.objects.create(
        call_in=call_in, position=last.position + 1 if last else 1, prong=prong, capacity=capacity, name=name,
        subject=subject, minutes=minutes,
    )  # fmt: skip
