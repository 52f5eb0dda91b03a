"""What was counted, from the counts that are kept by the day. Each function asks the database once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, DateField, F, Func, IntegerField, Max, Min, Q, Sum, Value, When

from markets.impact.coverage import Covered
from markets.impact.measures import MEASURES
from markets.models import DailyCount
from markets.statistics import Pair, Part, Window
from markets.statistics.weeks import WEEK

KINDS = {False: "incidents", True: "calls"}
NUMBERS = ("count", "drug_related_count", "of_dealers_count")


@dataclass(frozen=True)
class Windows:
    """The two that are compared. No `after`: its first day is still ahead of the lists."""

    before: Window
    after: Window | None

    @property
    def share(self) -> float | None:
        """The length of the time after, the time before being one."""
        return self.after.days / self.before.days if self.after else None

    @property
    def last(self):
        return (self.after or self.before).until_on


def counts_of(market, officer):
    return DailyCount.objects.visible_to(officer).filter_market(market).order_by()


def covered(rows) -> dict[bool, Covered]:
    """From when to when the lists of reports (False) and of calls (True) speak."""
    found = rows.values("is_call").annotate(first=Min("on"), last=Max("on"))
    return {row["is_call"]: Covered(row["first"], row["last"]) for row in found}


def by_day(rows, window) -> dict[date, int]:
    """Reports of each day that has any."""
    days = rows.incidents().between(window.from_on, window.until_on).values("on").annotate(n=Sum("count"))
    return dict(days.values_list("on", "n"))


def frozen_counts(rows, window):
    """Kind -> category -> zone -> how many, as a baseline keeps it."""
    kept: dict = {kind: defaultdict(dict) for kind in KINDS.values()}
    counted = rows.between(window.from_on, window.until_on).values("is_call", "category", "zone")
    for row in counted.annotate(n=Sum("count")):
        kept[KINDS[row["is_call"]]][row["category"]][row["zone"]] = row["n"]
    return kept


def totals(rows, windows: Mapping[bool, Windows]):
    """(is_call, category, zone) -> number -> Pair."""
    before, after = (of_kinds(windows, part) for part in ("before", "after"))
    sums = {f"{n}_before": Sum(n, filter=before, default=0) for n in NUMBERS}
    sums |= {f"{n}_after": Sum(n, filter=after, default=0) for n in NUMBERS}
    since = min(both.before.from_on for both in windows.values())
    found = rows.between(since, None).values("is_call", "category", "zone").annotate(**sums)
    return {
        (row["is_call"], row["category"], row["zone"]): {
            n: Pair(row[f"{n}_before"], row[f"{n}_after"]) for n in NUMBERS
        }
        for row in found
    }  # fmt: skip


def of_kinds(windows, part):
    """The days of this part, which for calls may end on another day than for reports."""
    asked = Q(pk__in=[])
    for is_call, both in windows.items():
        if window := getattr(both, part):
            asked |= Q(is_call=is_call, on__range=(window.from_on, window.until_on))
    return asked


def weekly(rows, before: Window, after_from: date, zones: Iterable[str]):
    """Measure's key -> first day of the week -> count, in the weeks of `statistics.frame`."""
    found = (
        rows.filter(zone__in=list(zones))
        .between(before.from_on, None)
        .values("is_call", "category", **numbered(before, after_from))
    )
    counts: dict[str, dict[date, int]] = {measure.key: defaultdict(int) for measure in MEASURES}
    for row in found.annotate(**{f"n_{n}": Sum(n) for n in NUMBERS}):
        first = first_day(Part(row["part"]), row["week"], before, after_from)
        for measure in of_row(row["is_call"], row["category"]):
            counts[measure.key][first] += row[f"n_{measure.number}"]
    return counts


def numbered(before, after_from):
    """Which part a day belongs to, and its week in it: backwards before, forwards after."""
    day, last, between = F("on"), before.until_on, before.until_on + timedelta(days=1)
    parts, weeks = (
        Case(When(on__lte=last, then=first), When(on__lt=after_from, then=second), default=third)
        for first, second, third in (
            [Value(part.value) for part in Part],
            [sevenths(last, day), sevenths(day, between), sevenths(day, after_from)],
        )
    )
    return {"part": parts, "week": weeks}


def sevenths(later, earlier):
    """Whole weeks between two days, as PostgreSQL counts them: the difference of dates is a number."""
    days = (Value(each, DateField()) if isinstance(each, date) else each for each in (later, earlier))
    return Func(*days, arg_joiner=" - ", template="(%(expressions)s) / 7", output_field=IntegerField())


def first_day(part, week, before, after_from):
    if part == Part.BEFORE:
        return max(before.from_on, before.until_on - timedelta(days=WEEK * (week + 1) - 1))
    begins = after_from if part == Part.AFTER else before.until_on + timedelta(days=1)
    return begins + timedelta(days=WEEK * week)


def of_row(is_call, category):
    return [measure for measure in MEASURES if measure.is_call == is_call and category in measure.categories]
