"""What came of a call-in, by JSON and as CSV."""

from django.http import StreamingHttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from callins.models import CallIn
from callins.results import HEADER, results_of, rows_of
from callins.serializers.results import ResultsFacts
from dmi import tables
from dmi.api.reads import Look
from dmi.api.renderers import Csv
from dmi.audit import trail


class OfHeldCallIn(Look):
    """Of the call-in of the address; before it is held nothing has come of it."""

    def results(self, request, call_in_id):
        call_in = trail.read(CallIn.objects.held().with_people(), by=request.user, verb=self.verb, pk=call_in_id)
        return results_of(call_in, timezone.localdate())


class ViewResults(OfHeldCallIn):
    """Who came, what was offered and answered, what help came, whether promises were kept, who was arrested again."""

    verb = "callins.view_results"
    answer = ResultsFacts

    def record(self, request, call_in_id):
        return self.results(request, call_in_id)


class ExportResults(OfHeldCallIn):
    """The same figures as CSV."""

    verb = "callins.export_results"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, call_in_id):
        rows = rows_of(self.results(request, call_in_id))
        return StreamingHttpResponse(tables.write_csv(HEADER, rows), content_type=Csv.media_type)
