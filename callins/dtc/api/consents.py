"""Consents, and what is told under them, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.doors import Walled
from callins.dtc.forms import consents as forms
from callins.dtc.models import Consent, Participant
from callins.dtc.serializers import consents as serializers
from dmi.api.acts import Act
from dmi.audit import trail
from dmi.forms import ActionForm


class RecordConsent(Walled, Act):
    form, service, answer = forms.RecordConsentForm, services.record_consent, serializers.ConsentFacts
    status = HTTPStatus.CREATED

    def given(self, request, participant_id):
        participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
        return {"participant": participant, "at": timezone.now()}


class OfConsent(Walled, Act):
    answer = serializers.ConsentFacts

    def given(self, request, consent_id):
        return {"consent": trail.find(Consent.objects.all(), by=request.user, pk=consent_id), "at": timezone.now()}


class RevokeConsent(OfConsent):
    form, service = ActionForm, services.revoke_consent


class ReportStatus(OfConsent):
    form, service, answer = forms.ReportStatusForm, services.report_status, serializers.StatusReportFacts
    status = HTTPStatus.CREATED


ONE = "participants/<uuid:participant_id>/"
CONSENT = "consents/<uuid:consent_id>/"
urlpatterns = [
    path(f"{ONE}consent/", RecordConsent.as_view(), name="record_consent"),
    path(f"{CONSENT}revoke/", RevokeConsent.as_view(), name="revoke_consent"),
    path(f"{CONSENT}report/", ReportStatus.as_view(), name="report_status"),
]
