"""What opening a file and enrolling have in common: on which offer, and whose file it is."""

from django.db import connection

from callins.dtc import inward
from callins.dtc.models import Participant
from callins.dtc.program.wording import said_day
from dmi.errors import RuleBroken


def offer_of(offer_id):
    """The accepted offer of that id, None where none is named. Refused: one that sends nobody here."""
    if offer_id is None:
        return None
    offer = inward.accepted_offer(offer_id)
    if offer is None:
        raise RuleBroken(
            "This is not an offer of treatment that somebody who came to the call-in has accepted; admit by the"
            " court’s docket number."
        )
    return offer


def check_same(offer, last_name, born_on):
    """Refused: a name and a birth date of which neither is that of whom the offer was made to. The police side's record
    may have one of them wrong, or know a street name alone; with neither right it would be tied to a stranger's file.
    """
    if offer is None or offer.date_of_birth in (None, born_on) or offer.last_name.casefold() == last_name.casefold():
        return
    raise RuleBroken(
        f"This offer was made to {offer.name}, born {said_day(offer.date_of_birth)}. Open the file under that name or"
        " birth date, or another one without the offer."
    )


def one_at_a_time():
    """Until the act ends: of two who say at once who somebody is, the second finds the file of the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('dtc.files'))")


def file_of(offer, last_name, first_name, born_on):
    """The file of the person to whom the offer was made, else one of this name and birth date; None without either."""
    by_record = offer and Participant.objects.recorded_as(inward.same_person([offer.dealer_id])).first()
    return by_record or Participant.objects.alike(last_name, first_name, born_on).first()


def tie_to(participant, offer):
    """The file learns of whom the police side speaks, where it did not know or the record is gone."""
    if offer and not inward.same_person([participant.dealer_id]):
        participant.dealer_id = offer.dealer_id
        participant.save()
