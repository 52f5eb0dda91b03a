"""Records that may be the person somebody describes."""

from dataclasses import dataclass

from django.db.models import Q

from dealers import matching
from dealers.matching import Likeness, Person
from dealers.models import Dealer


@dataclass(frozen=True)
class Match:
    """A record, and how alike it is to what was described."""

    dealer_id: object
    likeness: Likeness


def person_of(dealer):
    """A record as `matching` compares it: what stands on it today."""
    return Person(
        key=str(dealer.pk),
        last_name=dealer.last_name,
        first_name=dealer.first_name,
        middle_name=dealer.middle_name,
        suffix=dealer.suffix,
        sex=dealer.sex,
        street_names=tuple(alias.name for alias in dealer.aliases.all() if not alias.withdrawn_at),
        born=births_of(dealer),
        phones=tuple(phone.number for phone in dealer.phones.all() if not phone.withdrawn_at),
        plates=tuple(car.plate for car in dealer.vehicles.all() if car.plate and not car.withdrawn_at),
        addresses=tuple(str(address) for address in dealer.addresses.all() if not address.withdrawn_at),
    )


def births_of(dealer):
    born = dealer.date_of_birth
    accepted = ((born.year, born.month, born.day),) if born else ()
    others = (each for each in dealer.birth_dates.all() if not each.withdrawn_at)
    return accepted + tuple((each.year, each.month, each.day) for each in others)


def likely_duplicates(person, *, exclude=(), least=matching.LIKELY):
    """Every record, whoever may see it, that is likely enough the person described; the likeliest first.

    The caller keeps to himself what his officer may not see.
    """
    return likely_duplicates_of_many([person], exclude=exclude, least=least)[person.key]


def likely_duplicates_of_many(persons, *, exclude=(), least=matching.LIKELY):
    """The same for many descriptions: their key -> matches."""
    found = {}
    for person in persons:
        records = Dealer.objects.exclude(status=Dealer.Status.MERGED).exclude(pk__in=exclude).filter(candidates(person))
        rows = records.distinct().prefetch_related("aliases", "phones", "vehicles", "addresses", "birth_dates")
        weighed = [Match(row.pk, matching.compare(person, person_of(row))) for row in rows]
        likely = [match for match in weighed if match.likeness.score >= least]
        found[person.key] = sorted(likely, key=lambda match: -match.likeness.score)
    return found


def candidates(person):
    either = Q(phones__number__in=person.phones)
    if person.last_name:
        either |= Q(last_name__iexact=person.last_name)
    for name in person.street_names:
        either |= Q(aliases__name__iexact=name)
    for year, month, day in person.born:
        if month and day:
            either |= Q(date_of_birth=f"{year:04}-{month:02}-{day:02}")
            if day <= 12:
                either |= Q(date_of_birth=f"{year:04}-{day:02}-{month:02}")
    return either
