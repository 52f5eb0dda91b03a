"""How the court does, by admission cohort, by JSON and as CSV."""

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from callins.dtc import stays
from callins.dtc.doors import Walled
from callins.dtc.models import Enrolment
from callins.dtc.serializers import measures as serializers
from dmi import tables
from dmi.api.reads import Look
from dmi.api.renderers import Csv
from dmi.audit import trail


class ViewMeasures(Walled, Look):
    """Everything, for the team; `leaves` says what may leave the task force."""

    verb = "dtc.view_measures"
    answer = serializers.MeasuresFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return stays.measures_on(timezone.localdate(), Enrolment.objects.visible_to(request.user))


class ExportMeasures(Walled, Look):
    """As CSV, without what tells of fewer than five people."""

    verb = "dtc.export_measures"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        header, rows = stays.table_on(timezone.localdate(), Enrolment.objects.visible_to(request.user))
        return StreamingHttpResponse(tables.write_csv(header, rows), content_type=Csv.media_type)


urlpatterns = [
    path("measures/", ViewMeasures.as_view(), name="view_measures"),
    path("measures/export/", ExportMeasures.as_view(), name="export_measures"),
]
