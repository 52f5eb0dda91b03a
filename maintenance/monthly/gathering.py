"""The month from the records of every market: numbers of the whole task force, nobody's name.

Counted beside `visible_to`: the page is for chief and mayor, who work no market. In a fixed number of queries.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import median

from django.db.models import F, Q
from django.utils.timezone import localdate

from callins.models import CallIn
from dealers.cases.models import Operation, Trigger
from dealers.models import Involvement
from dmi.accounts.models import TaskForce
from maintenance.lessons.few import cell
from maintenance.models import Copy, FidelityReading, HotSheet, Meeting, NewDealerAlert, OutreachTask, ReemergenceSignal
from maintenance.monthly.contents import ClinicLine, HealthLine, MarketMonth, MonthContents, Promise, WeekWork
from maintenance.monthly.counting import counts_of, whole
from maintenance.scorecard import ITEMS, WORDS
from markets.models import HealthCount, Market, StageChange, TreatmentCapacity

ELEMENTS = {item.code: item.element for item in ITEMS}


def contents_of(month: date, *, words: str, on: date) -> MonthContents:
    """`month`: its first day. `on`: the day on which the page is made."""
    window = whole(month)
    return MonthContents(
        month=month, task_force=TaskForce.objects.get().name, made_on=on, markets=tuple(markets_of(window)),
        health=tuple(health_of(window)), clinics=tuple(clinics_of(window)), promise=promise_of(window),
        week=week_of(window), changes=tuple(changes_of(window)), words=words,
    )  # fmt: skip


def during(window, name) -> Q:
    """Of days, or of moments by the task force's clocks."""
    return Q(**{f"{name}__gte": window.from_on, f"{name}__lte": window.until_on})


def markets_of(window):
    markets = list(Market.objects.opened_before(window.until_on + timedelta(days=1)))
    stages, names, kept = stages_by(window.until_on), new_names(window), readings_of(window.from_on)
    counts = counts_of(markets, window)
    for market in markets:
        stage, since = stages.get(market.pk, (Market.Stage.PLANNING, market.opened_on))
        yield MarketMonth(
            name=market.name, stage=Market.Stage(stage).label, since=since, counts=counts[market.pk],
            new_names=cell(names[market.pk]).words, **fidelity(kept[market.pk]),
        )  # fmt: skip


def stages_by(day):
    """Each market's stage as it was at the end of that day, and since when."""
    changes = StageChange.objects.filter(on__lte=day).order_by("on", "pk")
    return {market: (stage, on) for market, stage, on in changes.values_list("market", "stage", "on")}


def new_names(window) -> Counter:
    """By market, how many were newly on file there in these days."""
    named = Involvement.objects.of_people_on_file().first_named()
    return Counter(market for market, _, at in named if localdate(at) in window)


def readings_of(month):
    kept = defaultdict(list)
    for row in FidelityReading.objects.of_month(month):
        kept[row.market_id].append(row)
    return kept


def fidelity(rows) -> dict:
    """What the month's end found; an element is dropped where there is nothing at all of it."""
    if not rows:
        return {"met": None, "of": None, "dropped": ()}
    told = [row for row in rows if row.is_met is not None and row.item in ELEMENTS]
    there = {ELEMENTS[row.item] for row in told if row.number}
    lacking = {ELEMENTS[row.item] for row in told} - there
    dropped = tuple(words for element, words in WORDS.items() if element in lacking)
    return {"met": sum(row.is_met for row in told), "of": len(told), "dropped": dropped}


def health_of(window):
    """Of where the markets lie: the last period of each measure, told once whatever market it was entered for."""
    rows = HealthCount.objects.filter(part=HealthCount.Part.OWN, until_on__lte=window.until_on).order_by("-until_on")
    periods = defaultdict(list)
    for row in rows:
        periods[row.measure, row.geography, row.level].append(row)
    for (_, geography, _), (row, *earlier) in sorted(periods.items()):
        before = next((each.count for each in earlier if each.until_on < row.from_on), None)
        yield HealthLine(
            measure=row.get_measure_display(), geography=geography, level=row.get_level_display(), from_on=row.from_on,
            until_on=row.until_on, count=row.count, before=before, source=row.source,
        )  # fmt: skip


def clinics_of(window):
    """The last word of each provider by the month's end, beside its last word before the month began."""
    told = defaultdict(list)
    rows = TreatmentCapacity.objects.filter(as_of__lte=window.until_on).order_by("-as_of", "-at")
    for row in rows:
        told[row.kind, row.provider].append(row)
    for (_, provider), (row, *earlier) in sorted(told.items()):
        before = next((each.caseload for each in earlier if each.as_of < window.from_on), None)
        yield ClinicLine(
            provider=provider, kind=row.get_kind_display(), places=row.places, caseload=row.caseload,
            waiting=row.waiting, as_of=row.as_of, before=before,
        )  # fmt: skip


def promise_of(window) -> Promise:
    """Activations asked for in the month, whatever became of them since."""
    asked = list(Trigger.objects.filter(during(window, "requested_at__date")))
    decided = [each.hours_to_decision for each in asked if each.decided_at]
    arrested = [each.hours_to_arrest for each in asked if each.arrested_at]
    return Promise(
        asked=len(asked), decided=len(decided), hours_to_decision=median_of(decided), arrested=len(arrested),
        hours_to_arrest=median_of(arrested),
    )  # fmt: skip


def median_of(hours) -> float | None:
    return round(float(median(hours)), 1) if hours else None


def week_of(window) -> WeekWork:
    sheets = HotSheet.objects.weekly().published().filter(during(window, "valid_from"), revision=0)
    copies = Copy.objects.filter_sheets(sheets.to_be_read().values("pk"))
    alerts = NewDealerAlert.objects.filter(during(window, "raised_at__date"))
    outreach = OutreachTask.objects.filter(during(window, "happened_on"))
    return WeekWork(
        meetings=Meeting.objects.closed().filter(during(window, "held_on")).count(),
        sheets=sheets.filter(published_at__date__lt=F("valid_from")).count(), copies=copies.count(),
        read=copies.read_in_time().count(),
        alerts=alerts.count(), in_time=alerts.filter(first_action_at__lte=F("due_at")).count(),
        outreach=outreach.count(), reached=outreach.filter(contacted_on__lte=F("due_on")).count(),
    )  # fmt: skip


def changes_of(window) -> list[str]:
    """Stages entered, sweeps and call-ins held, signals raised: by day."""
    found = [
        *((row.on, f"{row.market}: {row.get_stage_display().lower()}") for row in
          StageChange.objects.filter(during(window, "on")).select_related("market")),
        *((row.held_on, f"{row.market}: a sweep was held") for row in
          Operation.objects.filter(during(window, "held_on")).exclude(closed_at=None).select_related("market")),
        *((localdate(row.held_at), f"{row.market}: a call-in was held") for row in
          CallIn.objects.held().filter(during(window, "held_at__date")).select_related("market")),
        *((row.week_of, f"{row.market}: {row.get_measure_display().lower()} left the limits of quiet weeks") for row in
          ReemergenceSignal.objects.filter(during(window, "week_of")).select_related("market")),
    ]  # fmt: skip
    return [f"{day:%-d %B}: {words}" for day, words in sorted(found)]
