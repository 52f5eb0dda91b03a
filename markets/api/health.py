"""Health and treatment, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Change
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.audit.versions import version
from markets import capacity, services
from markets.api.base import OfMarket
from markets.forms import health as forms
from markets.models import CutOffEstimate, HealthCount, Market, Survey, TreatmentCapacity
from markets.serializers import health as serializers


class ViewHealth(Look):
    """Whether treatment is ready, what was counted where, what people said. Figures of providers the oldest first."""

    verb = "markets.view_health"
    answer = serializers.HealthBoard

    def record(self, request, market_id):
        market = trail.read(Market.objects.all(), by=request.user, verb=self.verb, pk=market_id)
        estimate = CutOffEstimate.objects.visible_to(request.user).latest_of(market)
        figures = TreatmentCapacity.objects.visible_to(request.user).filter_market(market)
        counts = list(HealthCount.objects.visible_to(request.user).filter_market(market).with_people())
        return {
            "readiness": capacity.judged(estimate, figures.latest(), timezone.localdate()),
            "estimate": estimate,
            "waiver": estimate.waiver if estimate else None,
            "treatment": figures.with_people().in_time(),
            "compared": [
                {"measure": measure, "table": table} for measure, table in HealthCount.compared(counts).items() if table
            ],
            "counts": counts,
            "surveys": Survey.objects.visible_to(request.user).filter_market(market).with_people(),
        }


class LogOfMarket(OfMarket):
    """Something new about the market of the address, at this moment."""

    status = HTTPStatus.CREATED

    def given(self, request, market_id):
        return super().given(request, market_id) | {"at": timezone.now()}


class LogHealthCount(LogOfMarket):
    form, service, answer = forms.LogHealthCountForm, services.log_health_count, serializers.HealthCountFacts


class LogTreatmentCapacity(LogOfMarket):
    form, service = forms.LogTreatmentCapacityForm, services.log_treatment_capacity
    answer = serializers.TreatmentCapacityFacts


class EstimateCutOff(LogOfMarket):
    form, service, answer = forms.EstimateCutOffForm, services.estimate_cut_off, serializers.CutOffEstimateFacts


class WaiveCapacity(LogOfMarket):
    form, service, answer = forms.WaiveCapacityForm, services.waive_capacity, serializers.CapacityWaiverFacts


class LogSurvey(LogOfMarket):
    """Answers are a text: one a line, as “Much safer: 41”."""

    form, service, answer = forms.LogSurveyForm, services.log_survey, serializers.SurveyFacts


class Correct(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    def filled(self, request, said, files, **given):
        record = given[self.changed]
        now = {name: getattr(record, name) for name in record.CORRECTED} | {"seen": version(record, record.CORRECTED)}
        return self.form(now | said, files, officer=request.user)


class CorrectHealthCount(Correct):
    form, service, answer = forms.CorrectHealthCountForm, services.correct_health_count, serializers.HealthCountFacts
    changed = "health_count"

    def given(self, request, health_count_id):
        record = trail.find(HealthCount.objects.with_people(), by=request.user, pk=health_count_id)
        return {"health_count": record, "at": timezone.now()}


class CorrectTreatmentCapacity(Correct):
    form, service = forms.CorrectTreatmentCapacityForm, services.correct_treatment_capacity
    answer = serializers.TreatmentCapacityFacts
    changed = "capacity"

    def given(self, request, capacity_id):
        record = trail.find(TreatmentCapacity.objects.with_people(), by=request.user, pk=capacity_id)
        return {"capacity": record, "at": timezone.now()}


class CorrectSurvey(Correct):
    form, service, answer = forms.CorrectSurveyForm, services.correct_survey, serializers.SurveyFacts
    changed = "survey"

    def given(self, request, survey_id):
        record = trail.find(Survey.objects.with_people(), by=request.user, pk=survey_id)
        return {"survey": record, "at": timezone.now()}


urlpatterns = [
    path("<uuid:market_id>/health/", ViewHealth.as_view(), name="view_health"),
    path("<uuid:market_id>/log-health-count/", LogHealthCount.as_view(), name="log_health_count"),
    path("<uuid:market_id>/log-treatment-capacity/", LogTreatmentCapacity.as_view(), name="log_treatment_capacity"),
    path("<uuid:market_id>/estimate-cut-off/", EstimateCutOff.as_view(), name="estimate_cut_off"),
    path("<uuid:market_id>/waive-capacity/", WaiveCapacity.as_view(), name="waive_capacity"),
    path("<uuid:market_id>/log-survey/", LogSurvey.as_view(), name="log_survey"),
    path("health-counts/<uuid:health_count_id>/correct/", CorrectHealthCount.as_view(), name="correct_health_count"),
    path(
        "treatment-capacities/<uuid:capacity_id>/correct/", CorrectTreatmentCapacity.as_view(),
        name="correct_treatment_capacity",
    ),
    path("surveys/<uuid:survey_id>/correct/", CorrectSurvey.as_view(), name="correct_survey"),
]  # fmt: skip
