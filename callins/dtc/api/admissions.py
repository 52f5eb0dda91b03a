"""Who is admitted: from an accepted offer or by the court, ordinarily or as an exception, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.doors import Walled
from callins.dtc.forms import admissions as forms
from callins.dtc.serializers import base as base_facts
from dmi.api.acts import Act


class EnrolParticipant(Walled, Act):
    form, service, answer = forms.EnrolParticipantForm, services.enrol_participant, base_facts.EnrolmentFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


urlpatterns = [
    path("participants/enrol/", EnrolParticipant.as_view(), name="enrol_participant"),
]
