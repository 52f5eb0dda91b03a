"""What the records of a market say, gathered as plain rows without names: counted, never shown one by one.

The gate is `Involvement.objects.counted_for`: it opens for whoever works the market, also for a commander, who sees
no dealer. Everything else is asked about the people it lets through; a draft is nobody's, and nowhere in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from dealers.cases.models import Buy, Prosecution, Substance, Target, TrackDecision, Trigger
from dealers.cases.models import Step as CaseStep
from dealers.cases.states import State
from dealers.cases.track import Track
from dealers.charts.assembly import bond_of
from dealers.models import PROBABLE, CautionFlag, Involvement, ListDeclaration, Mention, Tie
from dealers.network import Network
from maintenance.lessons.people import Person
from maintenance.lessons.samples import Sample
from maintenance.lessons.speed import Speed
from maintenance.lessons.steps import Event, Kind, Step
from maintenance.models import Decision
from markets.models import Market, StageChange

OF_CASES = {State.BANKED: Kind.BANKED, State.ACTIVATED: Kind.ACTIVATED}
DANGEROUS = (CautionFlag.Kind.VIOLENT, CautionFlag.Kind.ARMED)


@dataclass(frozen=True)
class Gathered:
    people: list[Person]
    network: Network
    samples: list[Sample]
    speed: Speed
    steps: list[Step]
    events: list[Event]


def gathered(market: Market, officer) -> Gathered:
    """In a fixed number of queries, whatever the market holds."""
    parts = parts_of(market, officer)
    keys = list(parts)
    prosecutions = list(Prosecution.objects.about(keys).values_list("dealer", "arrested_on", "custody"))
    people = people_of(parts)
    return Gathered(
        people=people, network=network_of(keys), samples=list(samples_of(market, keys)),
        speed=speed_of(market, [person.named_on for person in people]),
        steps=[*steps_of(market, keys), *arrests(prosecutions)], events=[*events_of(market, keys, prosecutions)],
    )  # fmt: skip


def parts_of(market, officer) -> dict:
    """Of each person the part that goes on, else the last."""
    rows = Involvement.objects.counted_for(officer).in_market(market).select_related("dealer")
    return {part.dealer_id: part for part in sorted(rows, key=lambda part: (part.until_on is None, part.from_on))}


def people_of(parts) -> list[Person]:
    flags = CautionFlag.objects.standing().about(parts).filter(kind__in=DANGEROUS)
    dangerous = set(flags.order_by().values_list("dealer", flat=True))
    return [
        Person(
            key=str(key), role=part.role, deals=part.is_active and part.until_on is None, uses=part.uses_what_is_sold,
            named_on=localdate(part.dealer.approved_at), is_dangerous=key in dangerous, origin=part.origin,
            route=part.route, carrier=part.get_carrier_display(), trips=part.get_trips_display(),
            buyers=part.buyers_served,
        )
        for key, part in parts.items()
    ]  # fmt: skip


def network_of(keys) -> Network:
    """The one that the link chart shows, as whoever sees all of the market sees it: the same fingerprint."""
    return Network.of(map(bond_of, Tie.objects.among(keys).ranked()), map(str, keys))


def samples_of(market, keys) -> Iterator[Sample]:
    fentanyl = Exists(Substance.objects.filter(buy=OuterRef("pk"), kind__in=Substance.FENTANYLS))
    for buy in Buy.objects.filter(market=market, dealer__in=keys).annotate(fentanyl=fentanyl):
        yield Sample(
            bought_on=localdate(buy.bought_at), drug=buy.drug, unit=buy.get_unit_display(), quantity=buy.quantity,
            price=buy.price_dollars, purity=buy.purity_percent, has_result=buy.lab_result_on is not None,
            has_fentanyl=buy.fentanyl,
        )  # fmt: skip


def speed_of(market, named_on: Sequence[date]) -> Speed:
    """Of declarations the one that stands; else nothing is declared."""
    rows = list(ListDeclaration.objects.filter_market(market).with_names_since())
    standing = next((row for row in rows if row.reopened_at is None), None)
    confirmed_at = standing.confirmed_at if standing else None
    return Speed(
        opened_on=market.opened_on, named_on=sorted(named_on),
        declared_on=standing.declared_on if standing else None,
        confirmed_on=localdate(confirmed_at) if confirmed_at else None,
        declared=standing.people if standing else None, names_since=standing.names_since if standing else 0,
        reopened=len(rows) - (standing is not None),
    )  # fmt: skip


def steps_of(market, keys) -> Iterator[Step]:
    """What the task force did, but for arrests."""
    moved = CaseStep.objects.filter(case__market=market, case__dealer__in=keys, target__in=OF_CASES)
    for dealer, target, at in moved.values_list("case__dealer", "target", "at"):
        yield Step(str(dealer), OF_CASES[State(target)], localdate(at))
    targets = Target.objects.about(keys).filter(operation__market=market)
    for dealer, held_on in targets.values_list("dealer", "operation__held_on"):
        yield Step(str(dealer), Kind.TARGET, held_on)
    added = Decision.objects.taken().filter(
        item__dealer__in=keys, kind=Decision.Kind.ADD, attention=Decision.Attention.ENFORCEMENT
    )
    for dealer, at in added.values_list("item__dealer", "decided_at"):
        yield Step(str(dealer), Kind.SHEET, localdate(at))
    yield from called_in(market, keys)


def called_in(market, keys) -> Iterator[Step]:
    """Whom two people chose for the call-in, on the day it was held: the first day of the stage after it."""
    held_on = StageChange.objects.filter_market(market).call_in_day()
    chosen = TrackDecision.objects.about(keys).current().filter(decided=Track.CALL_IN, prosecutor_at__isnull=False)
    for dealer, at in chosen.values_list("dealer", "prosecutor_at") if held_on else ():
        if localdate(at) <= held_on:
            yield Step(str(dealer), Kind.CALLED_IN, held_on)


def arrests(prosecutions) -> Iterator[Step]:
    for dealer, arrested_on, custody in prosecutions:
        kind = Kind.HELD if custody == Prosecution.Custody.HELD else Kind.RELEASED
        yield Step(str(dealer), kind, arrested_on)


def events_of(market, keys, prosecutions) -> Iterator[Event]:
    seen = Mention.objects.filter(
        dealer__in=keys, observation__market=market, observation__validity__in=PROBABLE
    ).values_list("dealer", "observation__seen_at")
    bought = Buy.objects.filter(dealer__in=keys, market=market).values_list("dealer", "bought_at")
    triggered = Trigger.objects.filter(case__dealer__in=keys, case__market=market)
    for rows in (seen, bought, triggered.values_list("case__dealer", "happened_at")):
        yield from (Event(str(dealer), localdate(at)) for dealer, at in rows)
    for dealer, arrested_on, _ in prosecutions:
        yield Event(str(dealer), arrested_on, is_arrest=True)
