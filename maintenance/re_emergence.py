"""Whether a closed market comes back: its weeks since the call-in, held against the first quiet ones.

By the CRT's weeks, from Monday; judged by the rules of Impact's charts (markets.statistics.control), so that no two
pages answer the same question by two rules. Of people it knows how many, nobody's name: the door asks who works here.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q, Sum
from django.utils.timezone import localdate

from dealers.models import Involvement
from maintenance.models import ReemergenceSignal
from maintenance.rules import week_of
from markets import charts, statistics
from markets.impact import words
from markets.impact.counting import covered
from markets.impact.measures import JURISDICTION, TREATED
from markets.models import Area, Category, DailyCount, Market, StageChange
from markets.statistics import Part, Week, Window
from markets.statistics.weeks import WEEK, forwards

Measure = ReemergenceSignal.Measure
WATCHED = (Market.Stage.AFTER_CALL_IN, Market.Stage.MAINTENANCE, Market.Stage.CLOSED)
IDENTIFYING = (Market.Stage.PLANNING, Market.Stage.TARGETING)
NEWS_DAYS = 21  # Task force policy, as on Impact: what lists bring of earlier weeks is no news to act on


@dataclass(frozen=True)
class Spoken:
    """A week in which a measure broke a rule, or two."""

    week: Week
    rule: str


@dataclass(frozen=True)
class Watched:
    """One measure by the week since the call-in, and what its control chart says."""

    measure: str  # of ReemergenceSignal.Measure
    source: str  # what is counted, in words
    weeks: Sequence[Week]
    until: date | None  # the last day its lists speak of

    @property
    def label(self):
        return Measure(self.measure).label

    @cached_property
    def chart(self):
        """The control chart of its weeks; None while there are fewer than four whole weeks."""
        return statistics.chart(self.weeks)

    @cached_property
    def control(self):
        return charts.control(self.chart)

    @property
    def described(self):
        return words.judged(self.label, self.chart)

    @property
    def signals(self):
        """In words, the newest first."""
        return [words.since(signal) for signal in reversed(self.chart.signals)]

    @property
    def spoken(self) -> list[Spoken]:
        """The weeks that signal, each once whatever rules it breaks."""
        by_week: dict[date, tuple[Week, list[str]]] = {}
        for signal in self.chart.signals if self.chart else ():
            by_week.setdefault(signal.on, (signal.week, []))[1].append(signal.rule)
        return [Spoken(week, "; ".join(rules)) for week, rules in by_week.values()]

    def news(self, today: date) -> list[Spoken]:
        return [each for each in self.spoken if each.week.from_on >= today - timedelta(days=NEWS_DAYS)]


@dataclass(frozen=True)
class Watch:
    """What is watched in one market. `called_in_on`: the last time it was closed by a call-in; None before that."""

    called_in_on: date | None
    measures: Sequence[Watched]

    @property
    def charted(self):
        return [each for each in self.measures if each.chart]


def watch_of(market: Market, today: date) -> Watch:
    """In six queries at most. Asked only by who works the market, and by the clock."""
    called_in_on = StageChange.objects.filter_market(market).last_call_in_day()
    if called_in_on is None:
        return Watch(None, ())
    first = week_of(called_in_on) + timedelta(days=WEEK)
    names = watched(Measure.NAMES, "people newly on file", first, today, named(market, first))
    return Watch(called_in_on, [names, *from_lists(market, first)])


def untold(market: Market, today: date) -> list[tuple[Watched, Spoken]]:
    """What the last weeks say and no signal tells yet."""
    told = set(ReemergenceSignal.objects.of_market(market).values_list("measure", "week_of"))
    return [
        (each, spoken)
        for each in watch_of(market, today).measures
        for spoken in each.news(today)
        if (each.measure, spoken.week.from_on) not in told
    ]


def named(market, first) -> Counter:
    """By day, how many were newly on file in this market."""
    named_at = Involvement.objects.of_people_on_file().in_market(market).first_named()
    days = (localdate(at) for _, _, at in named_at)
    return Counter(day for day in days if day >= first)


def from_lists(market, first) -> list[Watched]:
    """Calls about drugs, and overdoses as reported; where reports never hold one, the calls for one."""
    rows = DailyCount.objects.filter_market(market).order_by()
    lists = covered(rows)
    has_reports = rows.incidents().filter(category=Category.OVERDOSE).exists()
    found = rows.between(first, None).filter(zone__in=zones_of(market)).values("is_call", "on").annotate(
        drugs=Sum("drug_related_count"), overdoses=Sum("count", filter=Q(category=Category.OVERDOSE), default=0)
    )  # fmt: skip
    calls: Counter[date] = Counter()
    overdoses: Counter[date] = Counter()
    for row in found:
        if row["is_call"]:
            calls[row["on"]] += row["drugs"]
        if row["is_call"] != has_reports:
            overdoses[row["on"]] += row["overdoses"]
    ends = {is_call: lists[is_call].last for is_call in lists}
    return [
        watched(Measure.CALLS, "drug-related calls for service", first, ends.get(True), calls),
        watched(Measure.OVERDOSES, "overdoses reported" if has_reports else "calls for an overdose", first,
                ends.get(not has_reports), overdoses),
    ]  # fmt: skip


def zones_of(market):
    is_drawn = Area.objects.filter_market(market).filter(kind=Area.Kind.MARKET).exists()
    return (TREATED,) if is_drawn else JURISDICTION


def watched(measure, source, first, last, by_day) -> Watched:
    return Watched(measure, source, counted(first, last, by_day) if last else (), last)


def counted(first: date, last: date, by_day: Mapping[date, int]) -> tuple[Week, ...]:
    """Whole weeks from Monday, and the one that is not over."""
    if last < first:
        return ()
    frame = [Week(window, Part.AFTER) for window in forwards(Window(first, last))]
    return tuple(statistics.series(frame, statistics.by_week(frame, by_day)))
