"""Health and treatment: what authorities count, whom treatment can take, what people say."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from markets import capacity, services
from markets.forms import health as forms
from markets.models import CutOffEstimate, HealthCount, Market, StageChange, Survey, TreatmentCapacity
from markets.surveys import Held, side_by_side
from markets.trend import Line, line_of, scale
from markets.views.base import page, read

TAB = "markets:view_health"


@require_GET
@permitted("markets.view_health")
def view_health(request, market_id):
    market = read(request, market_id, "markets.view_health")
    counts = list(HealthCount.objects.visible_to(request.user).filter_market(market).with_people())
    figures = list(TreatmentCapacity.objects.visible_to(request.user).filter_market(market).in_time())
    estimate = CutOffEstimate.objects.visible_to(request.user).latest_of(market)
    readiness = capacity.judged(estimate, latest_of(figures), timezone.localdate())
    surveys = Survey.objects.visible_to(request.user).filter_market(market)
    changes = StageChange.objects.visible_to(request.user).filter_market(market)
    shown = {
        "works_here": Market.objects.worked_by(request.user).contains(market),
        "estimate": estimate,
        "readiness": readiness,
        "providers": providers(figures, readiness),
        "measures": by_measure(counts),
        "questions": side_by_side(map(held, surveys), changes.call_in_day()),
    }
    return page(request, market, "markets/view_health.html", **shown)


def providers(figures, readiness):
    """Those whose places count first."""
    told = [Provider.of(list(rows), readiness) for _, rows in groupby(figures, by_provider)]
    return sorted(told, key=lambda provider: not provider.is_counted)


def by_provider(figures):
    return figures.kind, figures.provider


def latest_of(figures):
    """The last of each provider and kind, from rows in_time."""
    return list({by_provider(row): row for row in figures}.values())


def by_measure(counts):
    """(what is counted, the table of two periods or None, every count) for each measure on record."""
    tables = HealthCount.compared(counts)
    return [
        (HealthCount.Measure(measure).label, tables[measure], list(rows))
        for measure, rows in groupby(counts, lambda count: count.measure)
    ]


def held(survey):
    return Held(survey.pk, survey.get_audience_display(), survey.question, survey.held_on, survey.asked, survey.answers)


@dataclass(frozen=True)
class Provider:
    """The figures of one provider and kind by day, drawn and listed; whether the last of them counts."""

    rows: list  # the oldest first
    places: Line
    caseload: Line
    foot: int  # of the drawing, and its top
    top: int
    is_counted: bool
    is_stale: bool

    @classmethod
    def of(cls, rows, readiness):
        days = [row.as_of for row in rows]
        places, caseload = [row.places for row in rows], [row.caseload for row in rows]
        foot, top = scale([*places, *caseload])
        last = capacity.told(rows[-1])
        return cls(
            rows, line_of(days, places, foot, top), line_of(days, caseload, foot, top), foot, top,
            last in readiness.counted, last in readiness.stale,
        )  # fmt: skip

    @property
    def last(self):
        return self.rows[-1]

    @property
    def newest_first(self):
        return self.rows[::-1]


# What is entered


@permitted("markets.log_health_count")
def log_health_count(request, market_id):
    form = forms.LogHealthCountForm(request.POST or None, officer=request.user)
    return of_market(request, market_id, form, services.log_health_count, "The count is on record.")


@permitted("markets.log_treatment_capacity")
def log_treatment_capacity(request, market_id):
    form = forms.LogTreatmentCapacityForm(request.POST or None, initial={"as_of": timezone.localdate()})
    return of_market(request, market_id, form, services.log_treatment_capacity, "The figures are on record.")


@permitted("markets.estimate_cut_off")
def estimate_cut_off(request, market_id):
    form = forms.EstimateCutOffForm(request.POST or None)
    return of_market(request, market_id, form, services.estimate_cut_off, "The estimate is on record.")


@permitted("markets.waive_capacity")
def waive_capacity(request, market_id):
    """Beside the form stands what is missing."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = forms.WaiveCapacityForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.waive_capacity, by=request.user, market=market, at=timezone.now()
    ):
        messages.success(request, "Your reason is on record; a new estimate or fewer free places ask again.")
        return redirect(TAB, market.pk)
    shown = {"form": form, "market": market, "readiness": seen_by(request.user, market)}
    return render(request, "markets/waive_capacity.html", shown)


@permitted("markets.log_survey")
def log_survey(request, market_id):
    form = forms.LogSurveyForm(request.POST or None, initial={"held_on": timezone.localdate()})
    return of_market(request, market_id, form, services.log_survey, "The survey is on record.")


def of_market(request, market_id, form, service, done):
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    return act(request, market, form, service, done, market=market)


def act(request, tab_of, form, service, done, **about):
    """Done, back to the tab; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **about):
        messages.success(request, done)
        return redirect(TAB, tab_of.pk)
    template = f"markets/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, "market": tab_of, **about})


def seen_by(officer, market):
    """How ready treatment is, from the rows that this officer sees."""
    estimate = CutOffEstimate.objects.visible_to(officer).latest_of(market)
    figures = TreatmentCapacity.objects.visible_to(officer).filter_market(market).latest()
    return capacity.judged(estimate, figures, timezone.localdate())


# What is corrected


@permitted("markets.correct_health_count")
def correct_health_count(request, health_count_id):
    record = trail.find(HealthCount.objects.with_people(), by=request.user, pk=health_count_id)
    form = filled_from(record, forms.CorrectHealthCountForm, request)
    return act(request, record.market, form, services.correct_health_count, CORRECTED, health_count=record)


@permitted("markets.correct_treatment_capacity")
def correct_treatment_capacity(request, capacity_id):
    record = trail.find(TreatmentCapacity.objects.with_people(), by=request.user, pk=capacity_id)
    form = filled_from(record, forms.CorrectTreatmentCapacityForm, request)
    return act(request, record.market, form, services.correct_treatment_capacity, CORRECTED, capacity=record)


@permitted("markets.correct_survey")
def correct_survey(request, survey_id):
    record = trail.find(Survey.objects.with_people(), by=request.user, pk=survey_id)
    form = filled_from(record, forms.CorrectSurveyForm, request)
    return act(request, record.market, form, services.correct_survey, CORRECTED, survey=record)


CORRECTED = "It is corrected. The history keeps what stood there."


def filled_from(record, form_class, request):
    """The form with what stands on record, and the version that it was filled from."""
    now = {name: getattr(record, name) for name in record.CORRECTED} | {"seen": version(record, record.CORRECTED)}
    return form_class(request.POST or None, officer=request.user, initial=now)
