"""Fidelity to the seven core elements: each item counted in the records, with the page where they stand."""

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.fidelity import fidelity_of
from maintenance.fidelity.evidence import with_evidence
from maintenance.fidelity.files import HEADER, rows_of
from maintenance.models import FidelityReading
from markets.models import Market
from markets.views.base import page, read


@require_GET
@permitted("maintenance.view_fidelity")
def view_fidelity(request, market_id):
    """Who only assigns officers there is told that it is for those who work the market."""
    market = read(request, market_id, "maintenance.view_fidelity")
    if not Market.objects.worked_by(request.user).contains(market):
        return page(request, market, "maintenance/view_fidelity.html", fidelity=None)
    fidelity = fidelity_of(market, timezone.localdate())
    elements = with_evidence(fidelity.scores, market, request.user)
    return page(request, market, "maintenance/view_fidelity.html", fidelity=fidelity, elements=elements)


@require_GET
@permitted("maintenance.export_fidelity")
def export_fidelity(request, market_id):
    """Today's score and every month kept, as CSV or, asked for `file=xlsx`, as a workbook."""
    rows = Market.objects.worked_by(request.user)
    market = trail.read(rows, by=request.user, verb="maintenance.export_fidelity", pk=market_id)
    today = timezone.localdate()
    kept = FidelityReading.objects.visible_to(request.user).of_market(market)
    lines, name = rows_of(fidelity_of(market, today), kept), f"fidelity-{today:%Y-%m-%d}"
    if request.GET.get("file") == "xlsx":
        file = tables.write_xlsx(HEADER, lines, sheet="Fidelity")
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    answer = StreamingHttpResponse(tables.write_csv(HEADER, lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
