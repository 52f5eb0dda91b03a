"""Impact: the market before and after, the baseline it is measured against, and the tables as files."""

from django.contrib import messages
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted
from markets import impact, services
from markets.forms import impact as forms
from markets.impact import files
from markets.models import Baseline, Market
from markets.views.base import page, read

TAB = "markets:view_impact"


@require_GET
@permitted("markets.view_impact")
def view_impact(request, market_id):
    market = read(request, market_id, "markets.view_impact")
    shown = {
        "impact": impact.impact_of(market, request.user, timezone.localdate()),
        "deaths": impact.deaths_of(market, request.user),
        "earlier": Baseline.objects.visible_to(request.user).filter_market(market).replaced(),
        "works_here": Market.objects.worked_by(request.user).contains(market),
    }
    return page(request, market, "markets/view_impact.html", **shown)


@require_GET
@permitted("markets.export_impact")
def export_impact(request, market_id):
    """Every table: as one workbook with a sheet for each, or one of them as CSV."""
    market = read(request, market_id, "markets.export_impact")
    told = impact.impact_of(market, request.user, timezone.localdate())
    made = files.tables_of(told, impact.deaths_of(market, request.user))
    name = f"law-enforcement-sensitive-impact-{timezone.localdate():%Y-%m-%d}"
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


@permitted("markets.freeze_baseline")
def freeze_baseline(request, market_id):
    """Filled with the windows of the one that was replaced last, where there is one."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    last = Baseline.objects.visible_to(request.user).filter_market(market).replaced().first()
    form = forms.FreezeBaselineForm(request.POST or None, officer=request.user, initial=forms.windows_of(last))
    return act(request, market, form, services.freeze_baseline, "The baseline is frozen.", TAB)


@permitted("markets.replace_baseline")
def replace_baseline(request, market_id):
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = forms.ReplaceBaselineForm(request.POST or None, officer=request.user)
    done = "The baseline stands no longer. Freeze the one that takes its place."
    return act(request, market, form, services.replace_baseline, done, "markets:freeze_baseline")


def act(request, market, form, service, done, then):
    """Done, on to the next page of the market; refused, the form again. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, market=market, at=timezone.now()):
        messages.success(request, done)
        return redirect(then if request.user.has_perm(verb_of(then)) else TAB, market.pk)
    standing = Baseline.objects.visible_to(request.user).filter_market(market).standing().first()
    template = f"markets/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, "market": market, "baseline": standing})


def verb_of(address):
    return address.replace(":", ".")
