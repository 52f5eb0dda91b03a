"""After what outreach is owed: sweeps that are over, and overdoses that lists brought. Of people nothing is read. [CS]

Of one overdose there is often a report and a call: of each place and day the larger number of the two counts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dealers.cases.models import Operation
from maintenance import rules
from maintenance.models import OutreachTask
from markets.models import Incident, Market

Kind = OutreachTask.Occasion


@dataclass(frozen=True)
class Occasion:
    """Somewhere, on a day; `nth` of those of one place and day."""

    kind: str
    market: Market
    happened_on: date
    place: str
    nth: int = 1

    @property
    def key(self):
        return rules.occasion_key(self.kind, self.market.pk, self.happened_on, self.place, self.nth)


def owed(market: Market, today: date) -> list[Occasion]:
    """What nobody has asked for yet, of the last two weeks."""
    since = today - timedelta(days=rules.OUTREACH_NEWS_DAYS)
    asked = OutreachTask.objects.keys_since(market, since)
    found = (*after_sweeps(market, since), *after_overdoses(market, since, today))
    return [occasion for occasion in found if occasion.key not in asked]


def after_sweeps(market, since) -> Iterator[Occasion]:
    """A market is cut off as a whole: those who bought there are looked for all over it."""
    days = Operation.objects.over_since(market, since).values_list("held_on", flat=True)
    yield from told(Kind.SWEEP, market, {(day, market.name): number for day, number in Counter(days).items()})


def after_overdoses(market, since, today) -> Iterator[Occasion]:
    calls: Counter = Counter()
    reports: Counter = Counter()
    written: dict[str, str] = {}  # as the list has it, by the place without case
    rows = Incident.objects.overdoses_of(market).between(since, today)
    for is_call, day, address in rows.values_list("is_call", "occurred_on", "address"):
        place = " ".join(address.split()) or f"{market.name}, address not known"
        where = day, written.setdefault(place.casefold(), place)
        (calls if is_call else reports)[where] += 1
    yield from told(Kind.OVERDOSE, market, calls | reports)


def told(kind, market, counts) -> Iterator[Occasion]:
    for (day, place), number in sorted(counts.items()):
        for nth in range(1, number + 1):
            yield Occasion(kind, market, day, place, nth)
