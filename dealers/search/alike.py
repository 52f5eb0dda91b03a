"""Likely duplicates as an officer may see them."""

from dataclasses import dataclass

from dealers import matching
from dealers.matching import Likeness, Person
from dealers.models import CautionFlag, Dealer, Judgement, Pointer
from dealers.search.descriptions import person_of
from dealers.search.duplicates import likely_duplicates

MOST = 20
FEW = 5
GRAVE = (CautionFlag.Kind.ARMED, CautionFlag.Kind.VIOLENT)


@dataclass(frozen=True)
class Alike:
    """A record this officer sees, how alike it is, and what was decided about the two, if anything."""

    dealer: Dealer
    likeness: Likeness
    judgement: Judgement | None = None


def visible_matches(dealer, officer, least=matching.POSSIBLE):
    """Who may be the same person as this dealer, the likeliest first; not whom somebody told apart."""
    decided = {each.other(dealer).pk: each for each in Judgement.objects.visible_to(officer).of(dealer)}
    apart = {key for key, each in decided.items() if each.verdict == Judgement.Verdict.DIFFERENT}
    found = likely_duplicates(person_of(dealer), exclude={dealer.pk, *apart}, least=least)
    return [
        Alike(each, likeness, decided.get(each.pk)) for each, likeness in seen(found, officer)[:MOST]
    ]  # fmt: skip


def visible_alike(person, officer):
    """The same for somebody who is being typed in; nothing before there is something to go by."""
    if not (person.street_names or (person.last and person.first) or person.phones or person.plates):
        return []
    found = likely_duplicates(person, least=matching.POSSIBLE)
    return [Alike(each, likeness) for each, likeness in seen(found, officer)[:FEW]]


def seen(found, officer):
    dealers = Dealer.objects.visible_to(officer).with_parts(officer)
    visible = {str(dealer.pk): dealer for dealer in dealers.filter(pk__in=[match.dealer_id for match in found])}
    return [(visible[match.dealer_id], match.likeness) for match in found if match.dealer_id in visible]


def pointers_given(dealer, officer):
    """To what this record led when it asked. Not compared anew: a page that did would answer every guess at a fact."""
    return list(Pointer.objects.given(officer).asked_with_record(dealer).with_people())


def typed_person(typed):
    """Somebody as the form for a new draft describes him so far."""
    street = typed.get("street_name")
    day, partial = typed.get("date_of_birth"), typed.get("birth")
    born = ((day.year, day.month, day.day),) if day else ((*partial, None),) if partial else ()
    place = ", ".join(filter(None, (typed.get("address"), typed.get("city"))))
    return Person(
        key="",
        last_name=typed.get("last_name") or "",
        first_name=typed.get("first_name") or "",
        middle_name=typed.get("middle_name") or "",
        suffix=typed.get("suffix") or "",
        street_names=(street, *typed.get("other_street_names", ())) if street else (),
        born=born,
        phones=tuple(filter(None, [typed.get("phone")])),
        plates=tuple(filter(None, [typed.get("plate")])),
        addresses=(place,) if typed.get("address") else (),
        sex=typed.get("sex") or "",
    )


def grave_cautions(pointer):
    """What the hidden record warns of: weapons and violence, and nothing else."""
    return list(CautionFlag.objects.standing().filter(dealer=pointer.dealer_id, kind__in=GRAVE))
