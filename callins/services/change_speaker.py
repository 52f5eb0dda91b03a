from callins.guards import check_ahead
from dmi.audit.trail import hold, on_the_record


@on_the_record
def change_speaker(*, by, speaker, prong, capacity, name, subject, minutes):
    """Who speaks, for which prong, in what capacity, on what, how long. Refused: held or called off."""
    hold(speaker.call_in)
    check_ahead(speaker.call_in)
    speaker.prong, speaker.capacity, speaker.name = prong, capacity, name
    speaker.subject, speaker.minutes = subject, minutes
    speaker.save()
    return speaker
