"""The participants: who is in the program, who has left it, by JSON."""

from django.urls import path

from callins.dtc.doors import Walled
from callins.dtc.models import Enrolment
from callins.dtc.serializers import base as base_facts
from dmi.api.reads import Listing
from dmi.audit import trail


class ViewParticipants(Walled, Listing):
    verb = "dtc.view_participants"
    answer = base_facts.EnrolmentFacts
    ordering = ("enrolled_on", "pk")

    def rows(self, officer):
        return Enrolment.objects.visible_to(officer).with_people().prefetch_related("attempts")

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


urlpatterns = [
    path("participants/", ViewParticipants.as_view(), name="view_participants"),
]
