"""What came of a call-in: for those who may see it, nobody named."""

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins import published
from callins.models import CallIn
from callins.results import HEADER, results_of, rows_of
from callins.views.base import page, read
from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted


@require_GET
@permitted("callins.view_results")
def view_results(request, call_in_id):
    """Nothing has come of it before it is held."""
    call_in = read(request, call_in_id, "callins.view_results")
    results = results_of(call_in, timezone.localdate()) if call_in.held_at else None
    shown = {"results": results, "source": published.SOURCE, "proves_nothing": published.PROVES_NOTHING}
    return page(request, call_in, "callins/view_results.html", **shown)


@require_GET
@permitted("callins.export_results")
def export_results(request, call_in_id):
    """The same figures as CSV or, asked for `file=xlsx`, as a workbook."""
    rows = CallIn.objects.visible_to(request.user).held().with_people()
    call_in = trail.read(rows, by=request.user, verb="callins.export_results", pk=call_in_id)
    today = timezone.localdate()
    figures, name = rows_of(results_of(call_in, today)), f"call-in-results-{today:%Y-%m-%d}"
    if request.GET.get("file") == "xlsx":
        file = tables.write_xlsx(HEADER, figures, sheet="Results")
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    answer = StreamingHttpResponse(tables.write_csv(HEADER, figures), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
