"""Records as `matching` compares them: what stands on them today, many at a time."""

from collections import defaultdict

from dealers.matching import Person
from dealers.models import Address, Alias, BirthDate, Dealer, Phone, Vehicle

COLUMNS = ("pk", "last_name", "first_name", "middle_name", "suffix", "sex", "date_of_birth")


def person_of(dealer):
    """One record as a description; its key is the dealer's id."""
    return persons_of([dealer.pk])[str(dealer.pk)]


def persons_of(dealer_ids):
    """The dealer's id, as text -> description, of those that no other record has replaced; in six queries."""
    standing = Dealer.objects.exclude(status=Dealer.Status.MERGED).filter(pk__in=dealer_ids)
    street_names = gathered(Alias, dealer_ids, lambda alias: alias.name, "name")
    births = gathered(BirthDate, dealer_ids, lambda born: (born.year, born.month, born.day), "year", "month", "day")
    phones = gathered(Phone, dealer_ids, lambda phone: phone.number, "number")
    plates = gathered(Vehicle, dealer_ids, lambda vehicle: vehicle.plate, "plate")
    places = gathered(Address, dealer_ids, str, "line", "city", "state", "zip")
    return {
        str(key): Person(
            key=str(key), last_name=last, first_name=first, middle_name=middle, suffix=suffix, sex=sex,
            street_names=street_names[key], born=(*days(born), *births[key]), phones=phones[key], plates=plates[key],
            addresses=places[key],
        )
        for key, last, first, middle, suffix, sex, born in standing.values_list(*COLUMNS)
    }  # fmt: skip


def gathered(model, dealer_ids, told, *columns):
    """Dealer's id -> what the standing facts of one kind tell of him."""
    found: dict[object, tuple] = defaultdict(tuple)
    rows = model.objects.standing().filter(dealer__in=dealer_ids).order_by("at", "pk").only("dealer_id", *columns)
    for fact in rows:
        if said := told(fact):
            found[fact.dealer_id] += (said,)
    return found


def days(born):
    return ((born.year, born.month, born.day),) if born else ()
