from django.urls import path

from dmi.api.reads import Listing
from dmi.audit import trail
from dmi.audit.filters import TrailFilter
from dmi.audit.models import AuditEntry
from dmi.audit.serializers import Line


class ViewTrail(Listing):
    """Who did what, when and from where, newest first. Looking here is on the trail too."""

    verb = "audit.view_trail"
    answer = Line
    ordering = ("-id",)
    filters = TrailFilter

    def rows(self, officer):
        return AuditEntry.objects.visible_to(officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


app_name = "audit"
urlpatterns = [path("", ViewTrail.as_view(), name="view_trail")]
