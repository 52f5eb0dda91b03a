from django.utils.timezone import localdate

from callins.dtc.models import Participant
from callins.dtc.services.admitting import check_same, file_of, offer_of, one_at_a_time, tie_to
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def open_file(*, by, last_name, first_name, date_of_birth, at, phone="", speaks="en", offer_id=None):
    """The file of somebody who accepted the offer, or whom the court sends: before it nothing can be signed.

    Returns the Participant; who has a file already keeps that one, as it stands. Refused: a birth date to come; an
    offer that is not of treatment, not accepted, of somebody who did not come to the call-in, or
    of quite another name and birth date.
    """
    if date_of_birth > localdate(at):
        raise RuleBroken("A birth date lies behind us; check the year.")
    offer = offer_of(offer_id)
    check_same(offer, last_name, date_of_birth)
    one_at_a_time()
    participant = file_of(offer, last_name, first_name, date_of_birth) or Participant.objects.create(
        last_name=last_name, first_name=first_name, born_on=date_of_birth, phone=phone, speaks=speaks, by=by, at=at
    )
    tie_to(participant, offer)
    return participant
