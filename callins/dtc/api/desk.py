"""What the team and the clerk start the day from, by JSON."""

from django.urls import path

from callins.dtc.doors import Walled
from callins.dtc.models import Enrolment
from callins.dtc.serializers import desk as serializers
from dmi.api.reads import Look
from dmi.audit import trail


class ViewDesk(Walled, Look):
    verb = "dtc.view_desk"
    answer = serializers.DeskFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return {"in_program": Enrolment.objects.visible_to(request.user).open().count()}


urlpatterns = [
    path("", ViewDesk.as_view(), name="view_desk"),
]
