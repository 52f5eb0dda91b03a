"""Whether a closed market comes back: its control charts, its signals, and what the CRT made of them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import services
from maintenance.forms.re_emergence import AnswerSignalForm
from maintenance.models import ReemergenceSignal
from maintenance.re_emergence import watch_of
from markets.models import Market
from markets.views.base import page, read

PAGE = 26


@require_GET
@permitted("maintenance.view_re_emergence")
def view_re_emergence(request, market_id):
    """Who only assigns officers there is told that it is for those who work the market."""
    market = read(request, market_id, "maintenance.view_re_emergence")
    signals = ReemergenceSignal.objects.visible_to(request.user).of_market(market).with_people().unanswered_first()
    shown = {
        "works_here": Market.objects.worked_by(request.user).contains(market),
        "page": Paginator(signals, PAGE).get_page(request.GET.get("page")),
        "unanswered": signals.unanswered().count(),
    }
    if shown["works_here"]:
        shown["watch"] = watch_of(market, timezone.localdate())
    return page(request, market, "maintenance/view_re_emergence.html", **shown)


@permitted("maintenance.answer_signal")
def answer_signal(request, signal_id):
    signal = trail.find(ReemergenceSignal.objects.with_people(), by=request.user, pk=signal_id)
    form = AnswerSignalForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.answer_signal, by=request.user, signal=signal, at=timezone.now()
    ):
        messages.success(request, f"Answered: {form.record.get_answer_display().lower()}.")
        return redirect(reverse("maintenance:view_re_emergence", args=[signal.market_id]))
    return render(request, "maintenance/answer_signal.html", {"form": form, "signal": signal})
