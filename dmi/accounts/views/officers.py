"""Pages of accounts. Signing in and out are allauth's (templates/account/)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.accounts import services
from dmi.accounts.filters import OfficerFilter
from dmi.accounts.forms import officers as forms
from dmi.accounts.models import User
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm

PAGE = 60


@require_GET
@permitted("accounts.view_officers")
def view_officers(request):
    filtered = OfficerFilter(request.GET, User.objects.visible_to(request.user).select_related("agency").with_acting())
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/view_officers.html", {"page": page, "filter": filtered})


@permitted("accounts.add_officer")
def add_officer(request):
    form = forms.AddOfficerForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.add_officer, by=request.user):
        messages.success(request, f"{form.record} can sign in; assign markets next.")
        return redirect("accounts:view_officers")
    return render(request, "accounts/add_officer.html", {"form": form})


@permitted("accounts.change_officer")
def change_officer(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    now = {name: getattr(officer, name) for name in forms.ChangeOfficerForm.base_fields}
    form = forms.ChangeOfficerForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_officer, by=request.user, officer=officer):
        messages.success(request, f"{officer} is changed.")
        return redirect("accounts:view_officers")
    shown = {"form": form, "account": officer, "loans": officer.loans().with_people()}
    return render(request, "accounts/change_officer.html", shown)


@permitted("accounts.disable_officer")
def disable_officer(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    facts = {"by": request.user, "officer": officer, "at": timezone.now()}
    if request.method == "POST" and form.submit(services.disable_officer, **facts):
        messages.success(request, f"{officer} is signed out everywhere, and signs in no more.")
        return redirect("accounts:view_officers")
    return render(request, "accounts/disable_officer.html", {"form": form, "account": officer})


@permitted("accounts.enable_officer")
def enable_officer(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    facts = {"by": request.user, "officer": officer, "at": timezone.now()}
    if request.method == "POST" and form.submit(services.enable_officer, **facts):
        messages.success(request, f"{officer} may sign in again.")
        return redirect("accounts:view_officers")
    return render(request, "accounts/enable_officer.html", {"form": form, "account": officer})


@permitted("accounts.release_lock")
def release_lock(request, officer_id):
    """Asked of whoever has seen the officer: on the phone anybody can give a badge."""
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.submit(services.release_lock, by=request.user, officer=officer):
        messages.success(request, f"{officer} may sign in again.")
        return redirect("accounts:view_officers")
    return render(request, "accounts/release_lock.html", {"form": form, "account": officer})


@permitted("accounts.give_password")
def give_password(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = forms.GivePasswordForm(request.POST or None, officer=request.user)
    facts = {"by": request.user, "officer": officer, "at": timezone.now()}
    if request.method == "POST" and form.submit(services.give_password, **facts):
        messages.success(request, f"{officer} has a new password, to be changed at the next sign-in.")
        return redirect("accounts:change_officer", officer_id=officer.pk)
    return render(request, "accounts/give_password.html", {"form": form, "account": officer})
