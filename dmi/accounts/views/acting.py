"""Roles lent for days: the list, lent, ended."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.accounts import services
from dmi.accounts.filters import ActingRoleFilter
from dmi.accounts.forms.acting import LendRoleForm
from dmi.accounts.models import ActingRole, User
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm

PAGE = 40


@require_GET
@permitted("accounts.view_acting_roles")
def view_acting_roles(request):
    filtered = ActingRoleFilter(request.GET, ActingRole.objects.visible_to(request.user).with_people())
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    today = timezone.localdate()
    shown = {
        "page": page,
        "form": filtered.form,
        "is_narrowed": any(filtered.form[name].value() for name in ("q", "state")),
        "loans": [(loan, *loan.state_on(today)) for loan in page],
    }
    return render(request, "accounts/view_acting_roles.html", shown)


@permitted("accounts.lend_role")
def lend_role(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = LendRoleForm(request.POST or None, officer=request.user)
    now = {"at": timezone.now(), "today": timezone.localdate()}
    if request.method == "POST" and form.submit(services.lend_role, by=request.user, officer=officer, **now):
        messages.success(request, f"{form.record}, until {form.record.until_on:%-d %B}.")
        return redirect("accounts:view_acting_roles")
    return render(request, "accounts/lend_role.html", {"form": form, "account": officer})


@permitted("accounts.end_acting_role")
def end_acting_role(request, acting_role_id):
    loan = trail.find(ActingRole.objects.with_people(), by=request.user, pk=acting_role_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    now = {"at": timezone.now(), "today": timezone.localdate()}
    if request.method == "POST" and form.submit(services.end_acting_role, by=request.user, acting_role=loan, **now):
        messages.success(request, f"{loan.officer} acts as {loan.role_name} no more.")
        return redirect("accounts:view_acting_roles")
    return render(request, "accounts/end_acting_role.html", {"form": form, "loan": loan})
