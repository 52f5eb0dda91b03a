"""Consents: what a participant allows to be told, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.doors import Walled
from callins.dtc.forms import consents as forms
from callins.dtc.models import Consent, Participant
from callins.dtc.serializers import consents as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewConsents(Walled, Look):
    verb = "dtc.view_consents"
    answer = serializers.ConsentsOfParticipant

    def record(self, request, participant_id):
        participant = trail.read(Participant.objects.all(), by=request.user, verb=self.verb, pk=participant_id)
        consents = Consent.objects.visible_to(request.user).of(participant)
        return {"consents": consents.with_standing(timezone.now())}


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


class MakeConsentRevocable(OfConsent):
    form, service = forms.MakeConsentRevocableForm, services.make_consent_revocable


class RevokeConsent(OfConsent):
    form, service = ActionForm, services.revoke_consent


ONE = "participants/<uuid:participant_id>/"
CONSENT = "consents/<uuid:consent_id>/"
urlpatterns = [
    path(f"{ONE}consents/", ViewConsents.as_view(), name="view_consents"),
    path(f"{ONE}consent/", RecordConsent.as_view(), name="record_consent"),
    path(f"{CONSENT}revocable/", MakeConsentRevocable.as_view(), name="make_consent_revocable"),
    path(f"{CONSENT}revoke/", RevokeConsent.as_view(), name="revoke_consent"),
]
