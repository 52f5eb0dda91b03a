"""The link chart on paper and as a file: either way it has left the desk."""

from django.contrib import messages
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dealers import charts
from dealers.forms.charts import ExportForm
from dealers.views.charts import address, asked_for, worked
from dmi.audit import trail
from dmi.audit.doors import permitted


@require_GET
@never_cache
@permitted("dealers.export_chart")
def export_chart(request, market_id):
    """What is in sight as a file. A PNG is made by the browser: it asks here first, and is told what to write on it."""
    market = worked(request, market_id)
    form = ExportForm(request.GET)
    file = form.chosen()
    if not file:
        messages.error(request, "Choose one of the files that the chart offers.")
        return redirect("dealers:view_chart", market.pk)
    _, _, chart = asked_for(request, market)
    trail.enter(request.user, "dealers.export_chart", trail.Outcome.READ, market, charts.told_of(chart, file))
    left = charts.leaving(chart, file, request.user, timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{left.name}"'}
    return StreamingHttpResponse(left.pieces, content_type=left.media_type, headers=headers)


@require_GET
@never_cache
@permitted("dealers.print_chart")
def print_chart(request, market_id):
    """A page without a menu, for the browser's own print dialog: A4, landscape."""
    market = worked(request, market_id)
    _, _, chart = asked_for(request, market)
    trail.enter(request.user, "dealers.print_chart", trail.Outcome.READ, market)
    at = timezone.now()
    shown = charts.drawn(chart, request.user, at)
    back = address(chart.asked.question()).urlencode()
    return render(request, "dealers/print_chart.html", shown | {"market": market, "at": at, "back": back})
