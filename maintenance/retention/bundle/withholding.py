"""What a text of the record does not tell the defence: confidential sources, and other people by name.

Everybody whom an entry, a tie or a sweep names beside the dealer is looked for, in every way Market Desk knows them.
Somebody whom only a free text knows is not: whoever discloses reads the files before they go.
"""

import re

from django.db.models import Q

from dealers.models import Dealer, Influential, Observation
from maintenance.retention.naming import named, numbered, pattern

PERSON, SOURCE = "[another person]", "[source]"
OTHERS_CALLED = "Other people by name: they are not parties (V.R.Cr.P. 16(d))."
SOURCES_CALLED = "Confidential sources, their numbers and who handles them (V.R.Cr.P. 16(b), V.R.E. 509)."


def withholder(dealer, officer, source_numbers):
    """A function that takes a text and gives it as the defence may have it."""
    people = [found for found in map(pattern, names_beside(dealer, officer)) if found]
    numbers = [re.compile(numbered(number), re.IGNORECASE) for number in source_numbers if number]

    def withheld(text):
        for each in people:
            text = each.sub(PERSON, text)
        for each in numbers:
            text = each.sub(SOURCE, text)
        return text

    return withheld


def names_beside(dealer, officer):
    """Everybody tied to the dealer or named with him, and who can help him, as naming wants them."""
    entries = Observation.objects.known_to(officer).about(dealer)
    tied = Dealer.objects.tied_to(dealer)
    others = Dealer.objects.filter(
        Q(mentions__observation__in=entries) | Q(pk__in=tied.values("pk")),
    )
    for other in others.exclude(pk=dealer.pk).distinct().with_names():
        aliases = [alias.name for alias in other.street_names]
        yield named(other.first_name, other.middle_name, other.last_name, aliases, [])
    for name in Influential.objects.of(dealer).values_list("name", flat=True):
        first, _, last = name.rpartition(" ")
        yield named(first, "", last, [], [])
