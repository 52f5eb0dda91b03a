"""A market's impact: every line of the page with its counts, its weeks, and what may be said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from markets import statistics
from markets.impact import counting, words
from markets.impact.counting import KINDS, Windows
from markets.impact.coverage import Covered
from markets.impact.lines import Line
from markets.impact.measures import APART, CATEGORIES, CRIMES, JURISDICTION, MEASURES, TREATED, WATCHED
from markets.models import Area, Baseline, Category, HealthCount, IncidentBatch, Market, StageChange, Zone
from markets.statistics import Pair, Part, Window

RECENT_DAYS = 21  # Task force policy: a signal of an earlier week has been acted on, or lists came too late for it


@dataclass(frozen=True)
class Moved:
    """A count of the time before that is no longer what it was when the baseline was frozen."""

    kind: str
    category: Category
    zone: Zone
    frozen: int
    now: int


@dataclass(frozen=True)
class Impact:
    """All that the page of one market shows, under the baseline that stands."""

    baseline: Baseline
    areas: Sequence[Area]
    covered: Mapping[bool, Covered]
    windows: Windows
    lines: Mapping[str, Line]
    moved: Sequence[Moved]
    unplaced: Pair  # incidents without a place, in no area: where their share changes, areas can not be compared
    everywhere: Pair
    marked_on: date
    is_called_in: bool  # the mark is the call-in, else the first day after
    is_synthetic: bool
    today: date

    def of(self, measures, shown=lambda line: True):
        return [self.lines[measure.key] for measure in measures if shown(self.lines[measure.key])]

    @property
    def crimes(self):
        return self.of(CRIMES)

    @property
    def total(self):
        return self.lines[CRIMES[-1].key]

    @property
    def apart(self):
        """What is charted apart, as far as there is any."""
        return self.of(APART, lambda line: not line.is_empty)

    @cached_property
    def drawn(self):
        return [line for line in [*self.crimes, *self.apart] if not line.is_empty and line.weeks]

    @cached_property
    def watched(self):
        return [line for line in (self.lines[key] for key in WATCHED) if not line.is_empty and line.chart]

    @property
    def signals_now(self):
        """(line, signal in words) of the last weeks: what a commander acts on today."""
        recent = self.today - timedelta(days=RECENT_DAYS)
        return [(line, words.since(signal)) for line in self.watched for signal in line.chart.signals_since(recent)]

    def area_of(self, kind):
        return next((area for area in self.areas if area.kind == kind), None)

    @property
    def has_area(self):
        return self.area_of(Area.Kind.MARKET) is not None

    @property
    def is_compared(self):
        return {area.kind for area in self.areas} == set(Area.Kind)

    @property
    def where(self):
        return str(self.area_of(Area.Kind.MARKET) or "the whole jurisdiction: no area is drawn")

    @property
    def compared_with(self):
        return str(self.area_of(Area.Kind.COMPARISON)) if self.is_compared else ""

    @cached_property
    def by_week(self):
        """(week, count of each drawn line or None where its lists have ended): the table under the drawings."""
        columns = [{week.from_on: week.count for week in line.weeks} for line in self.drawn]
        longest = max((line.weeks for line in self.drawn), key=len, default=())
        return [(week, [column.get(week.from_on) for column in columns]) for week in longest]

    @property
    def by_week_told(self):
        """The same as text: a page of thousands of cells has no time to format each."""
        return [(week, ["" if count is None else str(count) for count in counts]) for week, counts in self.by_week]

    @property
    def marked(self):
        """What the dashed line is."""
        return f"{'Call-in' if self.is_called_in else 'First day after'}, {self.marked_on:%-d %b %Y}"

    @property
    def caution(self):
        return words.COMPARED if self.is_compared else words.NOT_CAUSE

    @property
    def lists(self):
        """From when to when each kind of list speaks, and whether that is enough."""
        return [
            {
                "label": label.capitalize(),
                "first": lists.first,
                "last": lists.last,
                "is_enough": lists.holds(self.windows.before),
            }
            for kind, label in KINDS.items()
            if (lists := self.covered.get(kind))
        ]

    @property
    def is_being_placed(self):
        """The worker has not placed every incident by the areas as they are drawn."""
        return any(area.placed_at is None for area in self.areas)


def impact_of(market: Market, officer, today: date) -> Impact | None:
    """As the officer may read it; None before a baseline stands. A fixed number of questions to the database."""
    baseline = Baseline.objects.visible_to(officer).filter_market(market).standing().select_related("by").first()
    if baseline is None:
        return None
    rows = counting.counts_of(market, officer)
    areas = list(Area.objects.visible_to(officer).filter_market(market))
    covered = counting.covered(rows)
    windows = {kind: windows_of(baseline, covered.get(kind)) for kind in KINDS}
    totals = counting.totals(rows, windows)
    called_in_on = call_in_of(market, officer, baseline)
    marked_on = called_in_on or baseline.after_from
    lines = lines_of(baseline, areas, covered, windows, totals, marked_on, rows)
    total = lines[CRIMES[-1].key]
    return Impact(
        baseline=baseline, areas=areas, covered=covered, windows=windows[False], lines=lines,
        moved=moved_since(baseline, totals), unplaced=total.pair(Zone.UNKNOWN), everywhere=total.pair(*JURISDICTION),
        marked_on=marked_on, is_called_in=called_in_on is not None,
        is_synthetic=IncidentBatch.objects.visible_to(officer).filter_market(market).synthetic().exists(), today=today,
    )  # fmt: skip


def windows_of(baseline, covered: Covered | None) -> Windows:
    """As the baseline has them; the time after ends with the lists, and is None until they reach it."""
    before = Window(baseline.before_from, baseline.before_until)
    if covered is None:
        return Windows(before, None)
    last = min(covered.last, baseline.after_until or covered.last)
    return Windows(before, Window(baseline.after_from, last) if last >= baseline.after_from else None)


def call_in_of(market, officer, baseline) -> date | None:
    """The day on which the market entered the stage after the call-in, unless that was before the time after."""
    stages = StageChange.objects.visible_to(officer).filter_market(market)
    days = [change.on for change in stages if change.stage == Market.Stage.AFTER_CALL_IN]
    return next((day for day in days if day >= baseline.after_from), None)


def lines_of(baseline, areas, covered, windows, totals, marked_on, rows):
    """Key -> line, of every measure."""
    kinds_drawn = {area.kind for area in areas}
    zones = (TREATED,) if Area.Kind.MARKET in kinds_drawn else JURISDICTION
    by_week = counting.weekly(rows, windows[False].before, baseline.after_from, zones)
    told = {kind: lists for kind, lists in covered.items() if lists.holds(windows[kind].before)}
    frames = {kind: frame_of(baseline, windows[kind].last) for kind in told}
    onward = {kind: since(marked_on, frame_of(baseline, lists.last)) for kind, lists in told.items()}
    return {
        measure.key: Line(
            measure, by_zone(totals, measure), windows[measure.is_call] if measure.is_call in told else None,
            weeks=tuple(statistics.series(frames.get(measure.is_call, ()), by_week[measure.key])),
            since=tuple(statistics.series(onward.get(measure.is_call, ()), by_week[measure.key])),
            zones=zones, is_compared=kinds_drawn == set(Area.Kind), marked_on=marked_on,
        )
        for measure in MEASURES
    }  # fmt: skip


def frame_of(baseline, last):
    before = Window(baseline.before_from, baseline.before_until)
    return statistics.frame(before, baseline.after_from, last)


def since(day, weeks):
    return [week for week in weeks if week.part == Part.AFTER and week.from_on >= day]


def by_zone(totals, measure) -> dict[str, Pair]:
    """The measure's categories summed, zone by zone."""
    return {
        zone: statistics.summed(
            totals[measure.is_call, category, zone][measure.number]
            for category in measure.categories
            if (measure.is_call, category, zone) in totals
        )
        for zone in JURISDICTION
    }  # fmt: skip


def moved_since(baseline, totals) -> list[Moved]:
    """Where the time before counts otherwise today than when it was frozen: lists that came later, or were undone."""
    found = []
    for kind, label in KINDS.items():
        frozen = baseline.counts.get(label, {})
        for category in CATEGORIES:
            for zone in JURISDICTION:
                was = frozen.get(category, {}).get(zone, 0)
                pairs = totals.get((kind, category, zone))
                now = pairs["count"].before if pairs else 0
                if was != now:
                    found.append(Moved(label, category, zone, was, now))
    return found


def deaths_of(market, officer):
    """The table of two periods (markets.deaths); None where no two such counts are on record."""
    counts = HealthCount.objects.visible_to(officer).filter_market(market).of_deaths()
    return HealthCount.compared(counts).get(HealthCount.Measure.DEATHS)
