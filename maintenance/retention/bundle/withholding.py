"""What a text of the record does not tell the defence: confidential sources, who handles them, other people by name.

Everybody whom an entry, a tie or a sweep names beside the dealer is looked for, in every way Market Desk knows them. A
source is looked for by its number on this record, and by the letters and words that come before numbers of sources.
Somebody whom only a free text knows is not: whoever discloses reads the files before they go.
"""

import re
from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from dealers import hanging
from dealers.access import is_named_on_the_trail
from dealers.cases.models import Buy
from dealers.erasing import absorbed_by
from dealers.models import Alias, Dealer, Influential, Observation, Tip
from dmi.audit.trail import name_of
from maintenance.retention.bundle.sources import HANDLERS, numbers, one_who_entered
from maintenance.retention.naming import named, pattern

PERSON, SOURCE, HANDLER = "[another person]", "[source]", "[handler]"
OTHERS_CALLED = "Other people by name, as far as Market Desk knows them: they are not parties (V.R.Cr.P. 16(d))."
SOURCES_CALLED = (
    "Confidential sources (V.R.Cr.P. 16(b), V.R.E. 509): numbers given with this record and whatever is written like "
    "one, and the badge and name of whoever entered what rests on one. The chain of custody says who held evidence."
)


@dataclass(frozen=True)
class Withholding:
    """Called with a text it gives it as the defence may have it."""

    people: list[re.Pattern]
    sources: re.Pattern
    resting: frozenset[str]  # rows that rest on a source, as the trail names them

    def __call__(self, text):
        for each in self.people:
            text = each.sub(PERSON, text)
        return HANDLERS.sub(rf"\g<before>{HANDLER}", self.sources.sub(SOURCE, text))

    def of(self, row, text, by):
        """Of a row that rests on a source also without whoever entered it."""
        said = self(text)
        return one_who_entered(by.badge, by.full_name).sub(HANDLER, said) if self.is_of_source(row) else said

    def badge(self, row, by):
        return HANDLER if self.is_of_source(row) else by.badge

    def is_of_source(self, row):
        return name_of(row) in self.resting or rests(row, self.sources)

    def of_line(self, line):
        """The badge of a line of the trail."""
        return HANDLER if line.record in self.resting else line.badge


def withholding(dealer, officer):
    """Words by which the dealer goes too are his."""
    own = {dealer.last_name, *Alias.objects.of(dealer).values_list("name", flat=True)}
    people = filter(None, (pattern(each.without(own)) for each in names_beside(dealer, officer)))
    sources = numbers(known_on(dealer), known_anywhere())
    resting = (name_of(row) for row in rows_on(dealer, officer) if rests(row, sources))
    return Withholding(list(people), sources, frozenset(resting))


def rows_on(dealer, officer):
    """Every row of the record that the trail names, shown or withdrawn."""
    for model in filter(is_named_on_the_trail, hanging.kinds()):
        heavy = [field.name for field in model._meta.concrete_fields if isinstance(field, models.BinaryField)]
        yield from hanging.rows_of(model, dealer, officer).defer(*heavy)
    yield from Buy.objects.visible_to(officer).of(dealer)


def rests(row, sources):
    """By its number of a source, or a text that has one."""
    if getattr(row, "source_number", ""):
        return True
    texts = (getattr(row, field.name) for field in row._meta.concrete_fields if is_text(field))
    return any(text and sources.search(text) for text in texts)


def is_text(field):
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def known_on(dealer):
    of = (Observation.objects.about(dealer), Buy.objects.of(dealer))
    return {number for rows in of for number in rows.values_list("source_number", flat=True) if number}


def known_anywhere():
    return {
        number for model in (Observation, Buy, Tip)
        for number in model.objects.exclude(source_number="").values_list("source_number", flat=True).distinct()
    }  # fmt: skip


def names_beside(dealer, officer):
    """Everybody tied to the dealer or named with him, and who can help him, as naming wants them."""
    entries = Observation.objects.known_to(officer).about(dealer)
    tied = Dealer.objects.tied_to(dealer)
    others = Dealer.objects.filter(
        Q(mentions__observation__in=entries) | Q(pk__in=tied.values("pk")),
    )
    standing = list(others.exclude(pk=dealer.pk).distinct())
    for other in [*standing, *absorbed_by(standing)]:
        aliases = list(Alias.objects.of(other).values_list("name", flat=True))
        yield named(other.first_name, other.middle_name, other.last_name, aliases, [])
    for name in Influential.objects.of(dealer).values_list("name", flat=True):
        first, _, last = name.rpartition(" ")
        yield named(first, "", last, [], [])
