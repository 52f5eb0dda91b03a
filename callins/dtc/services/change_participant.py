from django.utils.timezone import localdate

from callins.dtc.models import Participant
from callins.dtc.services.admitting import one_at_a_time
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def change_participant(*, by, participant, seen, last_name, first_name, born_on, phone, speaks, at):
    """Name, birth date, phone or language as they are now; the row history keeps what stood before.

    `seen` is the version that the form was filled from. Refused: changed meanwhile; a birth date to come; the name and
    birth date of another file, which would be two files of one person.
    """
    one_at_a_time()
    hold(participant)
    check_unchanged(participant, seen, participant.CORRECTED)
    if born_on > localdate(at):
        raise RuleBroken("A birth date lies behind us; check the year.")
    if Participant.objects.alike(last_name, first_name, born_on).other_than(participant).exists():
        raise RuleBroken("Somebody of this name and birth date has a file already; open that one.")
    participant.last_name, participant.first_name, participant.born_on = last_name, first_name, born_on
    participant.phone, participant.speaks = phone, speaks
    participant.save()
    return participant
