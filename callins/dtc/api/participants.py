"""The participants: who is in the program, who has left it, by JSON."""

from django.urls import path
from django.utils import timezone

from callins.dtc.doors import Walled
from callins.dtc.filters import ParticipantFilter
from callins.dtc.listed import listed
from callins.dtc.models import Enrolment
from callins.dtc.serializers import participants as serializers
from dmi.api.reads import Listing
from dmi.audit import trail


class ViewParticipants(Walled, Listing):
    verb = "dtc.view_participants"
    answer = serializers.ListedFacts
    filters = ParticipantFilter
    ordering = ("enrolled_on", "pk")

    def rows(self, officer):
        return Enrolment.objects.visible_to(officer).latest()

    def paginate_queryset(self, queryset):
        """What a row shows is found for the page alone."""
        return listed(super().paginate_queryset(queryset), self.request.user, timezone.now())

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


urlpatterns = [
    path("participants/", ViewParticipants.as_view(), name="view_participants"),
]
