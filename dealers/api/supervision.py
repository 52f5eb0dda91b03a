"""Supervision, by JSON: conditions, what verified them, what was broken."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.api.base import LogOfDealer
from dealers.api.facts import Correction
from dealers.forms import supervision as forms
from dealers.models import Condition, Dealer, Supervision, Violation
from dealers.serializers import supervision as serializers
from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewSupervision(Look):
    """Under whose supervision a dealer is and was, with every condition and violation."""

    verb = "dealers.view_supervision"
    answer = serializers.Supervised

    def record(self, request, dealer_id):
        dealer = trail.read(Dealer.objects.all(), by=request.user, verb=self.verb, pk=dealer_id)
        rows = Supervision.objects.visible_to(request.user).standing().of(dealer).with_everything()
        return {"condition_days": TaskForce.objects.get().condition_days, "supervisions": rows}


class LogSupervision(LogOfDealer):
    form, service, answer = forms.LogSupervisionForm, services.log_supervision, serializers.SupervisionFacts


class OfSupervision(Act):
    """An act on the supervision of the address, at this moment."""

    def given(self, request, supervision_id):
        rows = Supervision.objects.visible_to(request.user).with_dealer()
        return {"supervision": trail.find(rows, by=request.user, pk=supervision_id), "at": timezone.now()}


class EndSupervision(OfSupervision):
    form, service, answer = forms.EndForm, services.end_supervision, serializers.SupervisionFacts


class LogCondition(OfSupervision):
    status = HTTPStatus.CREATED
    form, service, answer = forms.LogConditionForm, services.log_condition, serializers.ConditionFacts


class OfCondition(Act):
    """An act on the condition of the address, at this moment."""

    def given(self, request, condition_id):
        rows = Condition.objects.visible_to(request.user).with_dealer()
        return {"condition": trail.find(rows, by=request.user, pk=condition_id), "at": timezone.now()}


class VerifyCondition(OfCondition):
    form, service, answer = ActionForm, services.verify_condition, serializers.ConditionFacts


class CorrectCondition(OfCondition, Correction):
    """The day on which it was verified stays. `seen` is the version you read."""

    form, service, answer = forms.CorrectConditionForm, services.correct_condition, serializers.ConditionFacts
    changed = "condition"


class EndCondition(OfCondition):
    form, service, answer = forms.EndForm, services.end_condition, serializers.ConditionFacts


class LogViolation(OfCondition):
    status = HTTPStatus.CREATED
    form, service, answer = forms.LogViolationForm, services.log_violation, serializers.ViolationFacts


class RecordViolationOutcome(Act):
    form, service = forms.RecordViolationOutcomeForm, services.record_violation_outcome
    answer = serializers.ViolationFacts

    def given(self, request, violation_id):
        rows = Violation.objects.visible_to(request.user).with_dealer()
        return {"violation": trail.find(rows, by=request.user, pk=violation_id), "at": timezone.now()}


urlpatterns = [
    path("<uuid:dealer_id>/supervision/", ViewSupervision.as_view(), name="view_supervision"),
    path("<uuid:dealer_id>/log-supervision/", LogSupervision.as_view(), name="log_supervision"),
    path("supervisions/<uuid:supervision_id>/end/", EndSupervision.as_view(), name="end_supervision"),
    path("supervisions/<uuid:supervision_id>/log-condition/", LogCondition.as_view(), name="log_condition"),
    path("conditions/<uuid:condition_id>/correct/", CorrectCondition.as_view(), name="correct_condition"),
    path("conditions/<uuid:condition_id>/verify/", VerifyCondition.as_view(), name="verify_condition"),
    path("conditions/<uuid:condition_id>/end/", EndCondition.as_view(), name="end_condition"),
    path("conditions/<uuid:condition_id>/log-violation/", LogViolation.as_view(), name="log_violation"),
    path(
        "violations/<uuid:violation_id>/record-outcome/",
        RecordViolationOutcome.as_view(),
        name="record_violation_outcome",
    ),
]
