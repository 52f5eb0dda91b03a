"""What was counted of each market, as Impact counts it: reports and calls apart, in its area where one is drawn.

This week is the seven days before the meeting, whose own day is not over; where the lists end earlier, the last seven
days of which they speak.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta

from django.db.models import Max, Min, Q, Sum
from django.utils.timezone import localdate

from dealers.models import Involvement, Observation
from maintenance.week.lines import A_YEAR, Line, MarketWeek, by_window, windows
from markets.impact.counting import KINDS, NUMBERS
from markets.impact.measures import JURISDICTION, MEASURES, TREATED
from markets.models import Area, DailyCount, HotPlace, Market

QUIET_DAYS = 2  # task force policy: a list may end with so many days on which nothing happened


def weeks_of(officer, eve: date) -> list[MarketWeek]:
    """Of every market this officer works, up to that day. A fixed number of questions, however many they are."""
    markets = list(Market.objects.worked_by(officer).order_by("name"))
    rows = DailyCount.objects.visible_to(officer).order_by()
    spoken = spoken_of(rows)
    counts = counts_of(rows, spoken, areas_drawn(officer), eve)
    known = known_of(officer, eve)
    return [
        MarketWeek(
            market=market, until=eve, ends=ends_of(spoken, market, eve),
            lines=[*measured(market, counts, spoken, eve), *known.get(market.pk, [])],
        )
        for market in markets
    ]  # fmt: skip


def spoken_of(rows):
    """(market, is_call) -> the first and the last day of which its lists speak."""
    found = rows.values_list("market", "is_call").annotate(first=Min("on"), last=Max("on"))
    return {(market, is_call): (first, last) for market, is_call, first, last in found}


def last_day(spoken, market, is_call, eve):
    """The end of this week for that kind of list; None where it has none."""
    _, last = spoken.get((market.pk, is_call), (None, None))
    return last and (eve if last >= eve - timedelta(days=QUIET_DAYS) else last)


def ends_of(spoken, market, eve):
    found = [(label, last_day(spoken, market, is_call, eve)) for is_call, label in KINDS.items()]
    return [(label.capitalize(), last) for label, last in found if last and last < eve]


def areas_drawn(officer):
    areas = Area.objects.visible_to(officer).of_kind(Area.Kind.MARKET)
    return set(areas.values_list("market", flat=True))


def counts_of(rows, spoken, drawn, eve):
    """(market, measure's key) -> day -> count, of the weeks that are told."""
    asked = Q(pk__in=[])
    for (market, is_call), (_, last) in spoken.items():
        first = windows(min(last, eve))[0].from_on
        for back in (timedelta(0), A_YEAR):
            asked |= Q(market=market, is_call=is_call, on__range=(first - back, eve - back))
    found: dict = defaultdict(Counter)
    told = rows.filter(asked).values("market", "is_call", "category", "zone", "on")
    for row in told.annotate(**{f"n_{number}": Sum(number) for number in NUMBERS}):
        if row["zone"] in ((TREATED,) if row["market"] in drawn else JURISDICTION):
            for measure in measures_of(row["is_call"], row["category"]):
                found[row["market"], measure.key][row["on"]] += row[f"n_{measure.number}"]
    return found


def measures_of(is_call, category):
    return [each for each in MEASURES if each.is_call == is_call and category in each.categories]


def measured(market, counts, spoken, eve):
    for measure in MEASURES:
        until = last_day(spoken, market, measure.is_call, eve)
        if until:
            days, (first, _) = counts[market.pk, measure.key], spoken[market.pk, measure.is_call]
            reaches_back = first <= windows(until - A_YEAR)[0].from_on
            yield Line(
                label=measure.label, counts=by_window(until, days), until=until, note=measure.note,
                a_year_ago=by_window(until - A_YEAR, days) if reaches_back else None,
            )  # fmt: skip


def known_of(officer, eve):
    """By market, what the desk counts itself: names that came on file, places, entries."""
    since = windows(eve)[0].from_on
    named = Involvement.objects.counted_for(officer).first_named().filter(named_at__date__gte=since)
    entries = Observation.objects.visible_to(officer).values_list("market", "seen_at")
    places = HotPlace.objects.visible_to(officer).filter(logged_on__gte=since).values_list("market", "logged_on")
    told = (
        ("New names", of_days((market, at) for market, _, at in named)),
        ("New places", of_days(places)),
        ("Entries", of_days(entries.filter(seen_at__date__gte=since).order_by())),
    )
    found: dict = defaultdict(list)
    for label, by_market in told:
        for market, days in by_market.items():
            found[market].append(Line(label=label, counts=by_window(eve, days), until=eve))
    return found


def of_days(rows):
    """Market -> day -> how many."""
    found: dict = defaultdict(Counter)
    for market, moment in rows:
        found[market][moment if type(moment) is date else localdate(moment)] += 1
    return found
