"""Moving a case along, by JSON: one act for each transition of the table."""

from http import HTTPStatus

from django.urls import path

from dealers.cases import services
from dealers.cases.api.cases import OfCase
from dealers.cases.forms import moves as forms
from dealers.cases.serializers import cases as serializers
from dmi.forms import ActionForm


class OfFile(OfCase):
    """An act whose answer is the case as it stands then."""

    answer = serializers.CaseFacts


class MarkEvidenceReady(OfFile):
    form, service = ActionForm, services.mark_evidence_ready


class SubmitToProsecutor(OfFile):
    form, service = forms.SubmitToProsecutorForm, services.submit_to_prosecutor


class ReturnCase(OfFile):
    form, service = forms.ReturnCaseForm, services.return_case


class DeclineCase(OfFile):
    form, service = forms.DeclineCaseForm, services.decline_case


class ApproveCase(OfFile):
    form, service = forms.ApproveCaseForm, services.approve_case


class BankCase(OfFile):
    form, service = ActionForm, services.bank_case


class RequestActivation(OfFile):
    form, service = forms.RequestActivationForm, services.request_activation


class RefuseActivation(OfFile):
    form, service = forms.RefuseActivationForm, services.refuse_activation


class ActivateCase(OfFile):
    form, service = forms.ActivateCaseForm, services.activate_case


class RecordActivationArrest(OfFile):
    form, service = forms.RecordActivationArrestForm, services.record_activation_arrest


class ChargeCase(OfFile):
    form, service = forms.ChargeCaseForm, services.charge_case


class DisposeCase(OfFile):
    form, service = forms.DisposeCaseForm, services.dispose_case


class ConvertToPlea(OfFile):
    form, service = forms.ConvertToPleaForm, services.convert_to_plea


class ReleaseCase(OfFile):
    form, service = forms.ReleaseCaseForm, services.release_case


class RecordWaiver(OfCase):
    status = HTTPStatus.CREATED
    form, service, answer = forms.RecordWaiverForm, services.record_waiver, serializers.WaiverFacts


urlpatterns = [
    path("<uuid:case_id>/mark-evidence-ready/", MarkEvidenceReady.as_view(), name="mark_evidence_ready"),
    path("<uuid:case_id>/submit/", SubmitToProsecutor.as_view(), name="submit_to_prosecutor"),
    path("<uuid:case_id>/return/", ReturnCase.as_view(), name="return_case"),
    path("<uuid:case_id>/decline/", DeclineCase.as_view(), name="decline_case"),
    path("<uuid:case_id>/approve/", ApproveCase.as_view(), name="approve_case"),
    path("<uuid:case_id>/bank/", BankCase.as_view(), name="bank_case"),
    path("<uuid:case_id>/request-activation/", RequestActivation.as_view(), name="request_activation"),
    path("<uuid:case_id>/refuse-activation/", RefuseActivation.as_view(), name="refuse_activation"),
    path("<uuid:case_id>/activate/", ActivateCase.as_view(), name="activate_case"),
    path("<uuid:case_id>/record-activation-arrest/", RecordActivationArrest.as_view(), name="record_activation_arrest"),
    path("<uuid:case_id>/charge/", ChargeCase.as_view(), name="charge_case"),
    path("<uuid:case_id>/dispose/", DisposeCase.as_view(), name="dispose_case"),
    path("<uuid:case_id>/convert-to-plea/", ConvertToPlea.as_view(), name="convert_to_plea"),
    path("<uuid:case_id>/release/", ReleaseCase.as_view(), name="release_case"),
    path("<uuid:case_id>/record-waiver/", RecordWaiver.as_view(), name="record_waiver"),
]
