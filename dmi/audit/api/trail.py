"""The trail by JSON and as CSV."""

from typing import Any

from django.http import StreamingHttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi import tables
from dmi.api.reads import Listing
from dmi.api.renderers import Csv
from dmi.audit import leaving, trail
from dmi.audit.filters import TrailFilter
from dmi.audit.models import AuditEntry
from dmi.audit.serializers import Line


class ViewTrail(Listing):
    """Who did what, when and from where, newest first. Looking here is on the trail too."""

    verb = "audit.view_trail"
    answer: Any = Line
    ordering = ("-id",)
    filters = TrailFilter

    def rows(self, officer):
        return AuditEntry.objects.visible_to(officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ExportTrail(ViewTrail):
    """The same lines as CSV. The trail has how many, and by what they were narrowed without its words."""

    verb = "audit.export_trail"
    answer: Any = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, **key):
        rows = self.narrowed(request, self.rows(request.user))
        asked = TrailFilter(request.query_params, rows).asked() or {}
        leaving.enter(request.user, rows.count(), asked)
        lines = leaving.rows_of(rows, timezone.get_current_timezone())
        return StreamingHttpResponse(tables.write_csv(leaving.HEADER, lines), content_type=Csv.media_type)
