"""Controlled buys: the list with its share of fentanyl, one buy, and what is entered about it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers.cases import checklist, services
from dealers.cases.fentanyl import shares
from dealers.cases.filters import BuyFilter
from dealers.cases.forms import buys as forms
from dealers.cases.models import Buy, Exhibit, HealthAlert
from dealers.cases.views.acting import act, one_of
from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from markets.models import Market

PAGE = 40


@require_GET
@permitted("cases.view_buys")
def view_buys(request):
    trail.enter(request.user, "cases.view_buys", trail.Outcome.READ)
    today = timezone.localdate()
    filtered = BuyFilter(request.GET, Buy.objects.visible_to(request.user).with_people(), request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    samples = filtered.qs.samples()
    shown = {
        "page": page,
        "rows": [(buy, buy.days_overdue(today)) for buy in page],
        "form": filtered.form,
        "is_narrowed": any(filtered.form[name].value() for name in filtered.form.fields),
        "months": shares((day.replace(day=1), found) for day, _, found in samples),
        "sellers": shares((seller, found) for _, seller, found in samples),
    }
    return render(request, "cases/view_buys.html", shown)


@require_GET
@permitted("cases.view_buy")
def view_buy(request, buy_id):
    buy = trail.read(Buy.objects.with_file(), by=request.user, verb="cases.view_buy", pk=buy_id)
    shown = {
        "buy": buy,
        "points": checklist.points(buy),
        "days_overdue": buy.days_overdue(timezone.localdate()),
        "works_market": buy.market in Market.objects.worked_by(request.user),
        "exhibits": Exhibit.objects.visible_to(request.user).of_buy(buy).with_case(),
    }
    return render(request, "cases/view_buy.html", shown)


@permitted("cases.log_buy")
def log_buy(request):
    named = Dealer.objects.visible_to(request.user).filter_ids(request.GET.getlist("dealer")).first()
    form = forms.LogBuyForm(request.POST or None, officer=request.user, initial={"dealer": named})
    if request.method == "POST" and form.submit(services.log_buy, by=request.user, at=timezone.now()):
        messages.success(request, "The buy is logged. Its page says what it still lacks.")
        return redirect(form.record)
    return render(request, "cases/log_buy.html", {"form": form})


@permitted("cases.correct_buy")
def correct_buy(request, buy_id):
    buy = one_of(request, Buy.objects.with_file(), pk=buy_id)
    now = {name: getattr(buy, name) for name in Buy.CORRECTED} | {"seen": version(buy, Buy.CORRECTED)}
    form = forms.CorrectBuyForm(request.POST or None, officer=request.user, initial=now)
    done = "The buy is corrected. The history keeps what stood there."
    return act(request, form, services.correct_buy, done=done, back=buy, shown={"buy": buy}, buy=buy)


@permitted("cases.send_to_lab")
def send_to_lab(request, buy_id):
    buy = one_of(request, Buy.objects.with_file(), pk=buy_id)
    said = {"lab_number": buy.lab_number} | ({"lab_sent_on": buy.lab_sent_on} if buy.lab_sent_on else {})
    form = forms.SendToLabForm(request.POST or None, officer=request.user, initial=said)
    done = "On record: the sample is at the laboratory."
    return act(request, form, services.send_to_lab, done=done, back=buy, shown={"buy": buy}, buy=buy)


@permitted("cases.record_lab_result")
def record_lab_result(request, buy_id):
    buy = one_of(request, Buy.objects.with_file(), pk=buy_id)
    form = forms.RecordLabResultForm(request.POST or None, officer=request.user)
    done = "The laboratory's result is on record."
    return act(request, form, services.record_lab_result, done=done, back=buy, shown={"buy": buy}, buy=buy)


@require_GET
@permitted("cases.view_health_alerts")
def view_health_alerts(request):
    trail.enter(request.user, "cases.view_health_alerts", trail.Outcome.READ)
    page = Paginator(HealthAlert.objects.visible_to(request.user).with_market(), PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/view_health_alerts.html", {"page": page})
