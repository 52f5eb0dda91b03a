"""Consents, and what is told under them."""

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import consents as forms
from callins.dtc.models import Consent, Participant
from callins.dtc.views.base import act
from dmi.audit import trail
from dmi.forms import ActionForm


@walled("dtc.record_consent")
def record_consent(request, participant_id):
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    form = forms.RecordConsentForm(request.POST or None, officer=request.user)
    about = {"back": participant, "participant": participant}
    return act(request, form, services.record_consent, done="The consent is on file.", **about)


def of_consent(request, consent_id, form, service, done):
    consent = trail.find(Consent.objects.with_people(), by=request.user, pk=consent_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user)
    return act(request, filled, service, done=done, back=consent.participant, consent=consent)


@walled("dtc.revoke_consent")
def revoke_consent(request, consent_id):
    done = "Revoked; from this minute nothing is told under it."
    return of_consent(request, consent_id, ActionForm, services.revoke_consent, done)


@walled("dtc.report_status")
def report_status(request, consent_id):
    done = "Reported, with the notice; the account is kept."
    return of_consent(request, consent_id, forms.ReportStatusForm, services.report_status, done)
