"""What we learned of a market: for those who work it, also without the right to see anybody in it."""

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.lessons import files, learned
from markets.models import Market
from markets.views.base import page, read


@require_GET
@permitted("maintenance.view_lessons")
def view_lessons(request, market_id):
    """Who only assigns officers there is told that it is for those who work the market."""
    market = read(request, market_id, "maintenance.view_lessons")
    works_here = Market.objects.worked_by(request.user).contains(market)
    found = learned(market, request.user, timezone.localdate()) if works_here else None
    return page(request, market, "maintenance/view_lessons.html", learned=found)


@require_GET
@permitted("maintenance.export_lessons")
def export_lessons(request, market_id):
    """Every table as one workbook with a sheet for each, or one of them as CSV."""
    rows = Market.objects.worked_by(request.user)
    market = trail.read(rows, by=request.user, verb="maintenance.export_lessons", pk=market_id)
    today = timezone.localdate()
    made = files.tables_of(learned(market, request.user, today))
    name = f"what-we-learned-{today:%Y-%m-%d}"
    if request.GET.get("file") == "xlsx":
        file = tables.write_workbook([(table.title, table.header, table.rows) for table in made])
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    table = files.of_name(request.GET.get("table", files.FIRST), made)
    if table is None:
        raise Http404
    answer = StreamingHttpResponse(
        tables.write_csv(table.header, table.rows), content_type="text/csv; charset=utf-8"
    )  # fmt: skip
    answer["Content-Disposition"] = f'attachment; filename="{name}-{table.name}.csv"'
    return answer
