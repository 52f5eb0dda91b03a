"""The participants: the team’s day, everybody, one course, by JSON."""

from django.urls import path
from django.utils import timezone

from callins.dtc import courses
from callins.dtc.doors import Walled
from callins.dtc.models import Enrolment, Participant
from callins.dtc.serializers import base as base_facts
from callins.dtc.serializers import participants as serializers
from dmi.api.reads import Listing, Look
from dmi.audit import trail


class ViewDesk(Walled, Look):
    verb = "dtc.view_desk"
    answer = serializers.DeskFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return {"in_program": Enrolment.objects.visible_to(request.user).open().count()}


class ViewParticipants(Walled, Listing):
    verb = "dtc.view_participants"
    answer = base_facts.EnrolmentFacts
    ordering = ("enrolled_on", "pk")

    def rows(self, officer):
        return Enrolment.objects.visible_to(officer).with_people().prefetch_related("attempts")

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewParticipant(Walled, Look):
    verb = "dtc.view_participant"
    answer = serializers.ParticipantWhole

    def record(self, request, participant_id):
        participant = trail.read(Participant.objects.all(), by=request.user, verb=self.verb, pk=participant_id)
        enrolment = courses.with_events(Enrolment.objects.visible_to(request.user).of(participant)).first()
        status = courses.status_of(enrolment, timezone.localdate()) if enrolment else None
        return {"participant": participant, "enrolment": enrolment, "status": status}


ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path("", ViewDesk.as_view(), name="view_desk"),
    path("participants/", ViewParticipants.as_view(), name="view_participants"),
    path(ONE, ViewParticipant.as_view(), name="view_participant"),
]
