"""What the team and the clerk start the day from, by JSON."""

from django.urls import path
from django.utils import timezone

from callins.dtc import waiting
from callins.dtc.attention import desk
from callins.dtc.doors import Walled
from callins.dtc.models import DocketSession, Enrolment
from callins.dtc.serializers import desk as serializers
from dmi.api.reads import Look
from dmi.audit import trail


class ViewDesk(Walled, Look):
    """What waits for the team; to the clerk the coming sessions alone."""

    verb = "dtc.view_desk"
    answer = serializers.DeskFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        officer, now = request.user, timezone.now()
        told = {"sessions": DocketSession.objects.visible_to(officer).coming(timezone.localdate(now))}
        if not officer.has_perm("dtc.view_participants"):
            return {**told, "in_program": None, "tests": None, "matters": []}
        return {
            **told,
            "in_program": Enrolment.objects.visible_to(officer).open().count(),
            "tests": desk.tests(officer, now),
            "matters": desk.matters(officer, now, waiting.waiting(officer, now)),
        }


urlpatterns = [
    path("", ViewDesk.as_view(), name="view_desk"),
]
