"""Lines of the trail, narrowed and paged; taken along as a file."""

from django.contrib import messages
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import leaving, trail
from dmi.audit.doors import permitted
from dmi.audit.filters import TrailFilter
from dmi.audit.models import AuditEntry, AuditSeal
from dmi.audit.views.paging import page_of


def narrowed(request):
    """(filter, rows): none where the filter asks for what there is not."""
    rows = AuditEntry.objects.visible_to(request.user)
    filtered = TrailFilter(request.GET, rows)
    return filtered, (filtered.qs if filtered.is_valid() else rows.none())


@require_GET
@permitted("audit.view_trail")
def view_trail(request):
    """Who did what, when and from where. Looking here is on the trail too."""
    trail.enter(request.user, "audit.view_trail", trail.Outcome.READ)
    filtered, rows = narrowed(request)
    lines, before = page_of(rows, request.GET.get("before", ""))
    shown = {
        "lines": lines, "before": before, "form": filtered.form, "is_narrowed": bool(filtered.asked()),
        "asked": request.GET.urlencode(), "seal": AuditSeal.objects.first(),
    }  # fmt: skip
    return render(request, "audit/view_trail.html", shown)


@require_GET
@permitted("audit.export_trail")
def export_trail(request):
    """The lines as they are narrowed, as CSV or, asked for `file=xlsx`, as a workbook."""
    filtered, rows = narrowed(request)
    count = rows.count()
    as_workbook = request.GET.get("file") == "xlsx"
    if as_workbook and count > leaving.MOST_IN_A_WORKBOOK:
        messages.error(request, f"{count:,} lines are more than a workbook holds well; narrow them, or take the CSV.")
        return redirect(f"{reverse('audit:view_trail')}?{request.GET.urlencode()}")
    leaving.enter(request.user, count, filtered.asked() or {})
    lines = leaving.rows_of(rows, timezone.get_current_timezone())
    name = f"trail-{timezone.localdate():%Y-%m-%d}"
    if as_workbook:
        file = tables.write_xlsx(leaving.HEADER, lines, sheet="Trail")
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    answer = StreamingHttpResponse(tables.write_csv(leaving.HEADER, lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
