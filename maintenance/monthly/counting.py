"""Crime, calls and overdoses of a month in every market, beside the month before and the same month a year ago."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Max, Min, Q, Sum

from maintenance import rules
from maintenance.monthly.contents import Counted
from markets.impact import ALL, MEASURES
from markets.impact.coverage import Covered
from markets.impact.measures import JURISDICTION, TREATED
from markets.models import Area, Category, DailyCount
from markets.statistics import Window

TOLD = tuple(measure for measure in MEASURES if measure.key in (ALL, "drug_calls", "overdose", "overdose_calls"))
NUMBERS = {measure.number for measure in TOLD}


def windows_of(month: Window) -> dict[str, Window]:
    before = rules.month_before(month.from_on)
    year_ago = month.from_on.replace(year=month.from_on.year - 1)
    return {"count": month, "before": whole(before), "year_ago": whole(year_ago)}


def whole(first) -> Window:
    """The month from its first day to its last."""
    return Window(first, rules.month_after(first) - timedelta(days=1))


def counts_of(markets, month: Window) -> dict[object, tuple[Counted, ...]]:
    """By market. None where the lists do not speak of all of a month; in three queries."""
    windows, rows = windows_of(month), DailyCount.objects.filter(market__in=markets).order_by()
    lists, sums, drawn = covered(rows), summed(rows, windows), with_area(markets)
    return {
        market.pk: tuple(
            counted(measure, lists.get((market.pk, measure.is_call)), sums[market.pk], zones(market, drawn), windows)
            for measure in told_of(sums[market.pk])
        )
        for market in markets
    }


def told_of(rows):
    """Overdoses as reported; where reports never hold one, the calls for one: nought there would be no count."""
    is_reported = any(row["category"] == Category.OVERDOSE and not row["is_call"] for row in rows)
    return [measure for measure in TOLD if measure.key != ("overdose_calls" if is_reported else "overdose")]


def covered(rows) -> dict[tuple, Covered]:
    found = rows.values("market", "is_call").annotate(first=Min("on"), last=Max("on"))
    return {(row["market"], row["is_call"]): Covered(row["first"], row["last"]) for row in found}


def summed(rows, windows):
    """By market rows of (is_call, category, zone) with each number in each window."""
    asked = {
        f"{number}_{name}": Sum(number, filter=Q(on__range=(window.from_on, window.until_on)), default=0)
        for number in NUMBERS
        for name, window in windows.items()
    }
    by_market = defaultdict(list)
    for row in rows.values("market", "is_call", "category", "zone").annotate(**asked):
        by_market[row["market"]].append(row)
    return by_market


def with_area(markets) -> set:
    drawn = Area.objects.filter(market__in=markets, kind=Area.Kind.MARKET)
    return set(drawn.order_by().values_list("market", flat=True))


def zones(market, drawn):
    return (TREATED,) if market.pk in drawn else JURISDICTION


def counted(measure, lists, rows, zones, windows) -> Counted:
    chosen = [
        row for row in rows
        if row["is_call"] == measure.is_call and row["category"] in measure.categories and row["zone"] in zones
    ]  # fmt: skip
    told = {
        name: sum(row[f"{measure.number}_{name}"] for row in chosen) if lists and lists.holds(window) else None
        for name, window in windows.items()
    }
    return Counted(label=measure.label, **told)
