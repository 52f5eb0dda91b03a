"""Tips: what was told and not proved. They stand nowhere but on these pages."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers import services
from dealers.forms import tips as forms
from dealers.models import Tip
from dealers.views.base import opened
from dealers.views.observations import found, found_on_page
from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted

PAGE = 40


@require_GET
@permitted("dealers.view_tips")
def view_tips(request):
    trail.enter(request.user, "dealers.view_tips", trail.Outcome.READ)
    is_promoted = request.GET.get("show") == "promoted"
    tips = Tip.objects.visible_to(request.user).with_names().with_purge_day(TaskForce.objects.get().tip_days)
    page = Paginator(tips.promoted() if is_promoted else tips.open(), PAGE).get_page(request.GET.get("page"))
    return render(request, "dealers/view_tips.html", {"page": page, "is_promoted": is_promoted})


def tip_of(request, tip_id):
    days = TaskForce.objects.get().tip_days
    return opened(request, Tip.objects.visible_to(request.user).with_names().with_purge_day(days), tip_id)


@require_GET
@permitted("dealers.view_tip")
def view_tip(request, tip_id):
    tip = tip_of(request, tip_id)
    became = tip.promoted_to if tip.promoted_to and trail.is_visible(tip.promoted_to, request.user) else None
    return render(request, "dealers/view_tip.html", {"tip": tip, "became": became})


@permitted("dealers.log_tip")
def log_tip(request):
    form = forms.LogTipForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.log_tip, by=request.user, at=timezone.now()):
        messages.success(request, "The tip is logged, apart from every file.")
        return redirect(form.record)
    return render(request, "dealers/log_tip.html", {"form": form})


@permitted("dealers.promote_tip")
def promote_tip(request, tip_id):
    """About somebody new: a draft on a predicate."""
    tip = tip_of(request, tip_id)
    told = {"street_name": tip.about, "place": tip.place, "market": tip.market}
    form = forms.PromoteTipForm(request.POST or None, request.FILES or None, officer=request.user, initial=told)
    if request.method == "POST" and form.submit(services.promote_tip, by=request.user, tip=tip, at=timezone.now()):
        messages.success(request, f"{form.record} is logged as a draft; your supervisors see it.")
        return redirect(form.record)
    return render(request, "dealers/promote_tip.html", {"form": form, "tip": tip})


@permitted("dealers.file_tip")
def file_tip(request, tip_id):
    """About people on file: an entry about them."""
    tip = tip_of(request, tip_id)
    if request.htmx and "who" in request.GET:
        return found(request, forms.FileTipForm(officer=request.user))
    if "find" in request.POST:
        return found_on_page(request, forms.FileTipForm, "dealers/file_tip.html", tip=tip)
    told = {name: getattr(tip, name) for name in ("narrative", "place", "reliability", "validity")}
    form = forms.FileTipForm(request.POST or None, officer=request.user, initial=told)
    if request.method == "POST" and form.submit(services.file_tip, by=request.user, tip=tip, at=timezone.now()):
        messages.success(request, "The tip is an entry now.")
        return redirect(form.cleaned_data["dealers"][0])
    return render(request, "dealers/file_tip.html", {"form": form, "tip": tip})
