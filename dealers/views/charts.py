"""The link chart of a market: looked at, counted by the worker, kept under a name."""

import json

from django.contrib import messages
from django.core.cache import cache
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dealers import charts, services
from dealers.charts.counting import LEAST
from dealers.forms import charts as forms
from dealers.models import SavedChart
from dealers.views.base import is_news
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from markets.models import Market
from markets.views.base import page

FINDINGS = "findings"  # the part of the page that htmx asks for again
BESIDE = {"chart", "file"}  # what goes with a saved chart without changing its question


def worked(request, market_id):
    """The market, for who works it: who only assigns officers sees no network."""
    return trail.find(Market.objects.worked_by(request.user).with_stage(), by=request.user, pk=market_id)


def asked_for(request, market):
    """(form, saved chart, chart) of this address."""
    question, saved = question_of(request, market)
    form = forms.ChartForm(question)
    return form, saved, charts.chart_of(market, request.user, form.asked(), saved.pinned if saved else None)


def question_of(request, market):
    """(question, saved chart or None): the address's own, else that of the saved chart it names."""
    if "chart" not in request.GET:
        return request.GET, None
    saved = trail.find(SavedChart.objects.of(market), by=request.user, pk=request.GET["chart"])
    return (request.GET if set(request.GET) - BESIDE else address(saved.asked)), saved


def address(question, *left_out):
    """Fields with one value or many as an address has them, without some."""
    found = QueryDict(mutable=True)
    for name, value in question.items():
        if name not in left_out:
            found.setlist(name, value if isinstance(value, list) else [value])
    return found


@require_GET
@never_cache
@permitted("dealers.view_chart")
def view_chart(request, market_id):
    """The page; for htmx only what was found, which tells of nobody new and so makes no line of its own."""
    market = worked(request, market_id)
    form, saved, chart = asked_for(request, market)
    is_part = request.headers.get("HX-Target") == FINDINGS
    if is_news(request.path, request.user, [each.dealer for each in chart.people.values()]) or not is_part:
        trail.enter(request.user, "dealers.view_chart", trail.Outcome.READ, market)
    shown = found(chart, saved)
    if is_part:
        return render(request, "dealers/chart/_findings.html", shown)
    return page(request, template="dealers/view_chart.html", form=form, **shown | kept(request, market, saved))


def found(chart, saved=None):
    """Everything that the page says of a chart."""
    analysis = charts.analysis_of(chart.network)
    result = analysis.result if analysis else None
    table, gone = charts.table_of(chart, result), charts.without(chart)
    picture = charts.picture_of(chart, table, gone)
    question = chart.asked.question()
    best = [each | {"href": removing(question, each["people"])} for each in charts.best_of(chart, result)]
    return {
        "market": chart.market, "chart": chart, "table": table, "gone": gone, "picture": picture, "saved": saved,
        "drawing": charts.for_script(chart, table, picture), "marks": marks(gone),
        "analysis": analysis, "done": done(analysis), "best": best,
        "curve": charts.curve_of(result), "asked": address(question).urlencode(),
        "unremoved": address(question, "removed"), "unordered": address(question, "order").urlencode(),
        "everybody": address(question, "around", "opened").urlencode(), "columns": charts.COLUMNS,
    }  # fmt: skip


def removing(question, people):
    return address(question | {"removed": [each.key for each in people]}).urlencode()


def marks(gone):
    """For the script: how the drawing changes with what was found. An attribute, as htmx lets no script element in."""
    removed, cut = (list(gone.found.removed), gone.cut_keys) if gone else ([], [])
    return json.dumps({"removed": removed, "cut": cut})


def done(analysis):
    """(draws done, in all), or None before the worker began."""
    return cache.get(analysis.progress_key) if analysis else None


def kept(request, market, saved):
    """Charts under names, and the form that keeps this one."""
    own = saved if saved and saved.by_id == request.user.pk else None
    return {
        "charts": SavedChart.objects.visible_to(request.user).of(market).select_related("by"),
        "save_form": forms.SaveChartForm(initial={"name": own.name, "is_shared": own.is_shared} if own else None),
    }


@permitted("dealers.analyse_chart")
@require_POST
def analyse_chart(request, market_id):
    """Asked by the page itself as soon as it stands; without a script by its button."""
    market = worked(request, market_id)
    form = forms.AnalyseChartForm(request.POST)
    is_asked = form.submit(services.analyse_chart, by=request.user, market=market, at=timezone.now())
    if is_asked and "HX-Request" in request.headers:
        return progress(request, market, form.record, form.cleaned_data["asked"])
    for error in form.non_field_errors():
        messages.error(request, error)
    return back(request, market)


@require_GET
@never_cache
@permitted("dealers.view_chart")
def view_analysis(request, market_id):
    """The part of the page that asks again while the worker counts (htmx)."""
    market = worked(request, market_id)
    _, _, chart = asked_for(request, market)
    return progress(request, market, charts.analysis_of(chart.network), chart.asked)


def progress(request, market, analysis, asked):
    asked = address(asked.question()).urlencode()
    shown = {"market": market, "analysis": analysis, "done": done(analysis), "asked": asked, "people": LEAST}
    return render(request, "dealers/chart/_progress.html", shown)


@permitted("dealers.save_chart")
@require_POST
def save_chart(request, market_id):
    market = worked(request, market_id)
    form = forms.SaveChartForm(request.POST, officer=request.user)
    if form.submit(services.save_chart, by=request.user, market=market, at=timezone.now()):
        messages.success(request, f"The chart “{form.record}” is saved.")
        return redirect(form.record)
    for name, errors in form.errors.items():
        label = f"{form.fields[name].label}: " if name in form.fields else ""
        for error in errors:
            messages.error(request, f"{label}{error}")
    return back(request, market)


@permitted("dealers.delete_chart")
@require_POST
def delete_chart(request, chart_id):
    saved = trail.find(SavedChart.objects.select_related("by", "market"), by=request.user, pk=chart_id)
    form = ActionForm(request.POST)
    if form.submit(services.delete_chart, by=request.user, saved=saved):
        messages.success(request, f"The chart “{saved}” is deleted; nobody on it is.")
    for error in form.non_field_errors():
        messages.error(request, error)
    return back(request, saved.market)


def back(request, market):
    """To the chart as it was asked for."""
    asked = QueryDict(request.POST.get("asked", "")).urlencode()
    return redirect(f"{reverse('dealers:view_chart', args=[market.pk])}?{asked}")
