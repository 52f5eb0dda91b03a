"""Who is admitted: from an accepted offer or by the court, ordinarily or as an exception, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.api.base import Correction
from callins.dtc.doors import Walled
from callins.dtc.forms import admissions as forms
from callins.dtc.models import Participant
from callins.dtc.serializers import admissions as serializers
from callins.dtc.serializers import base as base_facts
from callins.dtc.waiting import waiting
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail


class ViewAdmissions(Walled, Look):
    verb = "dtc.view_admissions"
    answer = serializers.AdmissionsFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return {"waiting": waiting(request.user, timezone.now())}


class OpenFile(Walled, Act):
    form, service, answer = forms.OpenFileForm, services.open_file, base_facts.ParticipantFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class OfPerson(Walled, Act):
    def given(self, request, participant_id):
        participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
        return {"participant": participant, "at": timezone.now()}


class ChangeParticipant(Correction, OfPerson):
    form, service, answer = forms.ChangeParticipantForm, services.change_participant, base_facts.ParticipantFacts
    changed = "participant"


class EnrolParticipant(OfPerson):
    form, service, answer = forms.EnrolParticipantForm, services.enrol_participant, base_facts.EnrolmentFacts
    status = HTTPStatus.CREATED


ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path("admissions/", ViewAdmissions.as_view(), name="view_admissions"),
    path("admissions/open/", OpenFile.as_view(), name="open_file"),
    path(f"{ONE}change/", ChangeParticipant.as_view(), name="change_participant"),
    path(f"{ONE}enrol/", EnrolParticipant.as_view(), name="enrol_participant"),
]
