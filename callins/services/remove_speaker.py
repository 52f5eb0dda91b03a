from callins.guards import check_ahead
from dmi.audit.trail import hold, on_the_record


@on_the_record
def remove_speaker(*, by, speaker):
    """The turn is taken off the agenda; returns the call-in. Refused: held or called off."""
    call_in = speaker.call_in
    hold(call_in)
    check_ahead(call_in)
    speaker.delete()
    return call_in
