"""One participant: the whole course, by JSON."""

from django.urls import path
from django.utils import timezone

from callins.dtc import courses
from callins.dtc.doors import Walled
from callins.dtc.models import Enrolment, Participant
from callins.dtc.serializers import overview as serializers
from dmi.api.reads import Look
from dmi.audit import trail


class ViewParticipant(Walled, Look):
    verb = "dtc.view_participant"
    answer = serializers.ParticipantWhole

    def record(self, request, participant_id):
        participant = trail.read(Participant.objects.all(), by=request.user, verb=self.verb, pk=participant_id)
        enrolment = courses.with_events(Enrolment.objects.visible_to(request.user).of(participant)).first()
        status = courses.status_of(enrolment, timezone.localdate()) if enrolment else None
        return {"participant": participant, "enrolment": enrolment, "status": status}


urlpatterns = [
    path("participants/<uuid:participant_id>/", ViewParticipant.as_view(), name="view_participant"),
]
