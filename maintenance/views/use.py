"""Whether the sheet is used: read rate, sightings per item, hours from alert to action."""

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.hot_sheet.use import HEADER, median_to_action, rows_of, shifts_reading, use_of


@require_GET
@permitted("maintenance.view_use")
def view_use(request):
    trail.enter(request.user, "maintenance.view_use", trail.Outcome.READ)
    uses = use_of(request.user)
    shown = {
        "uses": uses,
        "latest": uses[0] if uses else None,
        "to_action": median_to_action(uses),
        "shifts": shifts_reading([use.sheet for use in uses]),
    }
    return render(request, "maintenance/view_use.html", shown)


@require_GET
@permitted("maintenance.export_use")
def export_use(request):
    """The same figures as CSV or, asked for `file=xlsx`, as a workbook."""
    trail.enter(request.user, "maintenance.export_use", trail.Outcome.READ)
    rows, name = rows_of(use_of(request.user)), f"hot-sheet-use-{timezone.localdate():%Y-%m-%d}"
    if request.GET.get("file") == "xlsx":
        file = tables.write_xlsx(HEADER, rows, sheet="Use")
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    answer = StreamingHttpResponse(tables.write_csv(HEADER, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
