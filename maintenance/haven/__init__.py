"""Whether outsiders still set up shop in a market, measured against the words said in public. [CS]

The gate is `Involvement.objects.counted_for`, as for What we learned: who works the market is told how many, and
nobody's name.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.utils.timezone import localdate

from dealers.cases.models import Buy, Prosecution
from dealers.models import PROBABLE, Address, Involvement, Mention
from dmi.accounts.models import TaskForce
from maintenance import rules
from maintenance.haven import measures
from maintenance.haven.measures import Month, Person, is_from_elsewhere
from maintenance.models import Announcement
from markets import charts
from markets.models import Market
from markets.statistics import Part, Week, Window

__all__ = ["Haven", "haven_of"]

DRAWN = {
    "names": "New names",
    "from_elsewhere": "From out of the area",
    "arrests": "Arrests",
    "from_out_of_state": "From other states",
}


@dataclass(frozen=True)
class Drawing:
    """One count by the month, on either side of the first public word."""

    label: str
    bars: charts.Bars
    described: str


@dataclass(frozen=True)
class Haven:
    market: Market
    on: date
    months: Sequence[Month]
    people: int
    from_elsewhere: int
    not_known: int
    weeks_since_seen: int | None
    last_seen_on: date | None
    spoken_on: date | None  # the first public word

    @property
    def this_month(self):
        return self.months[-1]

    @property
    def whole_months(self):
        return self.months[:-1]

    @property
    def names_a_month(self):
        return measures.mean(self.whole_months, "from_elsewhere")

    @cached_property
    def arrests(self):
        """(from out of state, of so many) of all the months shown."""
        return measures.share(self.months)

    @property
    def share(self):
        found, known = self.arrests
        return 100 * found / known if known else None

    @cached_property
    def drawings(self):
        return [drawing(name, label, self) for name, label in DRAWN.items()]


def haven_of(market, officer, today) -> Haven:
    """In a fixed number of queries, whatever the market holds."""
    people = people_of(market, officer)
    own_state = TaskForce.objects.get().home_state
    outside = {
        person.key: is_from_elsewhere(person, own_state, f"{market.jurisdiction} {market.name}")
        for person in people.values()
    }
    strangers = [key for key, person in people.items() if outside[person.key]]
    seen = days_seen(market, strangers)
    words = list(Announcement.objects.of_market(market).published().values_list("published_on", flat=True))
    arrests = Prosecution.objects.about(people).values_list("dealer", "arrested_on")
    homes = [(on, people[key].home_state) for key, on in arrests]
    return Haven(
        market=market, on=today, people=len(people), from_elsewhere=len(strangers),
        not_known=sum(each is None for each in outside.values()),
        months=filled(measures.frame(market.opened_on, today), people.values(), outside, homes, own_state, words),
        weeks_since_seen=measures.weeks_since(seen, today), last_seen_on=max(seen, default=None),
        spoken_on=min(words, default=None),
    )  # fmt: skip


def people_of(market, officer):
    """By dealer, with the part that goes on, else the last; and the home on record, else none."""
    rows = Involvement.objects.counted_for(officer).in_market(market)
    named_on = {dealer: localdate(at) for _, dealer, at in rows.first_named()}
    parts = {part.dealer_id: part for part in sorted(rows, key=lambda part: (part.until_on is None, part.from_on))}
    homes = Address.objects.current().about(parts).homes().order_by("at")
    state_of = dict(homes.values_list("dealer", "state"))
    return {
        key: Person(str(key), named_on[key], state_of.get(key, ""), part.origin)
        for key, part in parts.items()
    }  # fmt: skip


def days_seen(market, dealers):
    """On which they were seen here or sold to an officer: what is only doubtful is no sighting."""
    seen = Mention.objects.filter(
        dealer__in=dealers, observation__market=market, observation__validity__in=PROBABLE
    ).values_list("observation__seen_at", flat=True)
    bought = Buy.objects.filter(market=market, dealer__in=dealers).values_list("bought_at", flat=True)
    return [localdate(at) for rows in (seen, bought) for at in rows]


def filled(frame, people, outside, homes, own_state, words):
    """Each month with what falls into it."""
    named = [(rules.month_of(person.named_on), outside[person.key]) for person in people]
    names = Counter(month for month, _ in named)
    strangers = Counter(month for month, is_outside in named if is_outside)
    unknown = Counter(month for month, is_outside in named if is_outside is None)
    arrests = Counter(rules.month_of(on) for on, _ in homes)
    known = Counter(rules.month_of(on) for on, state in homes if state)
    away = Counter(rules.month_of(on) for on, state in homes if state and state.upper() != own_state.upper())
    spoken = Counter(map(rules.month_of, words))
    return [
        replace(
            month, names=names[month.first], from_elsewhere=strangers[month.first], not_known=unknown[month.first],
            arrests=arrests[month.first], homes_known=known[month.first], from_out_of_state=away[month.first],
            words=spoken[month.first],
        )
        for month in frame
    ]  # fmt: skip


def drawing(name, label, haven):
    """The bars of Impact; the month that runs stands apart, and no mean counts it."""
    slots = [slot(month, getattr(month, name), haven) for month in haven.months]
    frame = charts.frame_of(slots)
    drawn = {part: "".join(frame.bar(each) for each in slots if each.part == part) for part in Part}
    sides = {part: side(name, haven, slots, part) for part in (Part.BEFORE, Part.AFTER)}
    bars = charts.Bars(
        before=drawn[Part.BEFORE], between=drawn[Part.BETWEEN], after=drawn[Part.AFTER], short="",
        means="".join(level(frame, slots, part, sides[part]) for part in sides if sides[part] is not None),
        mark=charts.mark_at(frame, haven.spoken_on), most=max(each.count for each in slots),
        mean_before=sides[Part.BEFORE], mean_after=sides[Part.AFTER],
    )  # fmt: skip
    return Drawing(label, bars, in_words(label, haven, slots))


def slot(month, count, haven):
    """The month of the first public word is neither before it nor after it, and the one that runs is not over."""
    part = Part.BEFORE
    if haven.spoken_on is not None and month.last >= haven.spoken_on:
        part = Part.AFTER if month.first > haven.spoken_on else Part.BETWEEN
    return Week(Window(month.first, month.last), Part.BETWEEN if month is haven.this_month else part, count)


def side(name, haven, slots, part):
    chosen = [month for month, each in zip(haven.months, slots, strict=True) if each.part == part]
    return measures.mean(chosen, name)


def level(frame, slots, part, height):
    """The mean as a line over the months that it is of."""
    chosen = [each for each in slots if each.part == part]
    begins, ends = frame.x(chosen[0].from_on), frame.x(chosen[-1].from_on) + charts.WIDTH * chosen[-1].days / frame.days
    return f"M{charts.written(begins)} {charts.written(frame.y(height))}H{charts.written(ends)}"


def in_words(label, haven, slots):
    counts = ", ".join(f"{each.from_on:%B} {each.count}" for each in slots)
    return f"{label}, by the month: {counts}. The table below says the same."
