"""Who waits for admission: whoever accepted treatment at a call-in, and whoever has a file without an admission."""

from dataclasses import dataclass

from django.utils.timezone import localdate

from callins.dtc import inward
from callins.dtc.inward import AcceptedOffer, key_of
from callins.dtc.models import Consent, Participant


@dataclass(frozen=True)
class Waiting:
    offer: AcceptedOffer | None  # None where the court sends somebody
    participant: Participant | None  # None while there is no file
    is_consented: bool

    @property
    def name(self):
        return str(self.participant or (self.offer and self.offer.name))

    @property
    def born_on(self):
        return self.participant.born_on if self.participant else self.offer and self.offer.date_of_birth

    @property
    def since(self):
        return self.offer.called_in_on if self.offer else self.participant and localdate(self.participant.at)

    @property
    def lacking(self):
        """In words, what is still to come before somebody can be enrolled."""
        lacks = {
            "a file": self.participant is None,
            "a consent to the court": not self.is_consented,
            "the court’s docket number": self.offer is None,
        }
        return [words for words, is_lacking in lacks.items() if is_lacking]

    @property
    def next_step(self):
        """The verb of it."""
        if self.participant is None:
            return "open_file"
        return "enrol_participant" if self.is_consented else "record_consent"


def waiting(officer, at):
    """The latest first; somebody who accepted twice waits once. A fixed number of questions to the database."""
    offers = [offer for offer in inward.accepted_offers() if not offer.is_enrolled_on]
    records = inward.same_person([offer.dealer_id for offer in offers])
    people = list(
        Participant.objects.visible_to(officer).perhaps_waiting(records, {offer.date_of_birth for offer in offers})
    )
    files = Files(people, records)
    consented = set(Consent.objects.visible_to(officer).to_the_court().in_force(at).participants())
    found: dict = {}
    for offer in offers:
        person = files.of(offer)
        if not (person and is_admitted_since(person, offer.called_in_on)):
            found.setdefault(person.pk if person else offer.dealer_id, (offer, person))
    for person in people:
        if not person.admissions:
            found.setdefault(person.pk, (None, person))
    rows = [Waiting(offer, person, bool(person) and person.pk in consented) for offer, person in found.values()]
    return sorted(rows, key=lambda row: (row.since, row.name), reverse=True)


class Files:
    """The file of whom an offer was made to: by the police side's record, else by name and birth date."""

    def __init__(self, people, records):
        self.by_record = {asked: each for each in people for asked in records.get(each.dealer_id, ())}
        self.by_key = {key_of(each.last_name, each.first_name, each.born_on): each for each in people}

    def of(self, offer):
        key = key_of(offer.last_name, offer.first_name, offer.date_of_birth)
        return self.by_record.get(offer.dealer_id) or self.by_key.get(key)


def is_admitted_since(participant, day):
    return any(each.is_open or each.enrolled_on >= day for each in participant.admissions)


def called(words, rows):
    """Those in whose name every one of the words stands."""
    asked = words.casefold().split()
    return [row for row in rows if all(word in row.name.casefold() for word in asked)]
