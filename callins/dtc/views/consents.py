"""Consents: what a participant allows to be told, to whom, until when."""

from django.utils import timezone
from django.views.decorators.http import require_GET

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import consents as forms
from callins.dtc.models import Consent, Enrolment, Participant
from callins.dtc.views.base import act, page
from dmi.audit import trail
from dmi.forms import ActionForm


@walled("dtc.view_consents")
@require_GET
def view_consents(request, participant_id):
    """Every consent as it stands at this minute."""
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_consents", pk=participant_id)
    standing = Consent.objects.visible_to(request.user).of(participant).with_standing(timezone.now())
    shown = {
        "in_force": [each for each in standing if each.is_in_force],
        "ended": [each for each in standing if not each.is_in_force],
        "is_enrolled": Enrolment.objects.visible_to(request.user).of(participant).exists(),
        "told_times": sum(each.told_times for each in standing),
    }
    return page(request, participant, "dtc/view_consents.html", **shown)


@walled("dtc.record_consent")
def record_consent(request, participant_id):
    """Before an enrolment too: whoever has a file may sign."""
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    form = forms.RecordConsentForm(
        request.POST or None, officer=request.user, initial={"signed_by": str(participant)}
    )  # fmt: skip
    about = {"back": participant, "tab": "view_consents", "participant": participant}
    return act(request, form, services.record_consent, done="The consent is on file.", **about)


def of_consent(request, consent_id, form, service, done):
    consent = trail.find(Consent.objects.with_people(), by=request.user, pk=consent_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user)
    about = {"back": consent.participant, "tab": "view_consents", "consent": consent}
    return act(request, filled, service, done=done, **about)


@walled("dtc.make_consent_revocable")
def make_consent_revocable(request, consent_id):
    done = "Recorded; from that day it may be revoked."
    return of_consent(request, consent_id, forms.MakeConsentRevocableForm, services.make_consent_revocable, done)


@walled("dtc.revoke_consent")
def revoke_consent(request, consent_id):
    done = "Revoked; from this minute nothing is told under it."
    return of_consent(request, consent_id, ActionForm, services.revoke_consent, done)
