"""To whom letters are brought today: by the text of addresses, without any map."""

import re
from dataclasses import dataclass

from callins.letters import bars
from callins.models import Letter

KINDS_OF_STREET = {"street", "avenue", "road", "lane", "court", "place", "drive", "ave", "apt", "the", "near"}
HOUSE = re.compile(r"\s*(\d*)\S*\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Delivery:
    """One letter to hand over."""

    letter: Letter
    why_not: str  # what would keep an officer from handing it over without an arrest

    @property
    def dealer(self):
        return self.letter.dealer

    @property
    def places(self):
        return self.dealer.places

    @property
    def last_attempt(self):
        return next(iter(self.letter.service_attempts.all()), None)


def deliveries(officer, near=""):
    """The doors of the street where one is come first; then street by street, by house number."""
    letters = Letter.objects.visible_to(officer).to_hand_over().with_people().with_attempts().with_addresses()
    standing = bars.at_the_door(letters)
    found = [Delivery(letter, standing.get(letter.pk, "")) for letter in letters]
    return sorted(found, key=lambda each: (not is_near(each, near), *street_and_house(each)))


def is_near(delivery, near):
    """An address shares a word of the street that was typed; numbers and “Street” say nothing."""
    wanted = set(words(near))
    return bool(wanted) and any(wanted & set(words(place.line)) for place in delivery.places)


def words(line):
    return [word for word in re.findall(r"[^\W\d_]{3,}", line.casefold()) if word not in KINDS_OF_STREET]


def street_and_house(delivery):
    """For sorting; who has no address on record comes last."""
    if not delivery.places:
        return 1, "", 0
    number, street = HOUSE.findall(delivery.places[0].line)[0]
    return 0, street.casefold(), int(number or 0)
