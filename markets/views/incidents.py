"""What the records system holds of a market: one by one, counted, taken along as a file."""

from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from dmi import tables
from dmi.audit import trail
from dmi.audit.doors import permitted
from markets import counted
from markets.filters import IncidentListFilter
from markets.models import DailyCount, Incident, IncidentBatch, Market
from markets.views.base import page, read

PAGE = 30


def narrowed(request, market):
    """(filter, rows): none where the filter asks for what there is not."""
    rows = Incident.objects.visible_to(request.user).filter_market(market)
    filtered = IncidentListFilter(request.GET, rows, request=request)
    return filtered, (filtered.qs if filtered.is_valid() else rows.none())


@require_GET
@permitted("markets.view_incidents")
def view_incidents(request, market_id):
    market = read(request, market_id, "markets.view_incidents")
    filtered, rows = narrowed(request, market)
    asked = filtered.form.cleaned_data if filtered.is_valid() else {}
    days = DailyCount.objects.visible_to(request.user).filter_market(market)
    batches = IncidentBatch.objects.visible_to(request.user).filter_market(market)
    shown = {
        "form": filtered.form, "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "order": filtered.data.get("order") or "-when", "is_narrowed": any(asked.values()),
        "counts": counted.table(days, asked), "holds_calls": asked.get("holds") == IncidentBatch.Holds.CALLS,
        "is_synthetic": batches.synthetic().exists(), "asked": request.GET.urlencode(),
    }  # fmt: skip
    return page(request, market, "markets/view_incidents.html", **shown)


@require_GET
@permitted("markets.export_incidents")
def export_incidents(request, market_id):
    """The list as it is narrowed. The trail has how many, and no words."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    rows = narrowed(request, market)[1]
    trail.enter(request.user, "markets.export_incidents", trail.Outcome.READ, market, {"rows": rows.count()})
    lines = counted.lines(rows, timezone.get_current_timezone())
    answer = StreamingHttpResponse(tables.write_csv(counted.HEADER, lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="incidents-{localdate():%Y-%m-%d}.csv"'
    return answer
