"""The roster by shift, and who on it has not read the sheet in force."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.accounts.models import User
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from maintenance import services
from maintenance.filters import RosterFilter, UnreadFilter
from maintenance.forms.shifts import ChangeShiftForm
from maintenance.hot_sheet.roster import by_shift, shifts_of, unread
from maintenance.services.change_shift import DUTY

PAGE = 60


@require_GET
@permitted("maintenance.view_shifts")
def view_shifts(request):
    officers = User.objects.visible_to(request.user).on_the_police_side()
    filtered = RosterFilter(request.GET, by_shift(officers))
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "filter": filtered, "shifts": shifts_of(officers)}
    return render(request, "maintenance/view_shifts.html", shown)


@permitted("maintenance.change_shift")
def change_shift(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    now = {name: getattr(officer, name) for name in DUTY} | {"seen": version(officer, DUTY)}
    form = ChangeShiftForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_shift, by=request.user, officer=officer):
        messages.success(request, f"{officer} is changed on the roster.")
        return redirect("maintenance:view_shifts")
    shifts = shifts_of(User.objects.visible_to(request.user).on_the_police_side())
    return render(request, "maintenance/change_shift.html", {"form": form, "account": officer, "shifts": shifts})


@require_GET
@permitted("maintenance.view_unread")
def view_unread(request):
    """Whom roll call tells: who has not read what is in force, the longest first."""
    trail.enter(request.user, "maintenance.view_unread", trail.Outcome.READ)
    now = timezone.now()
    rows = unread(request.user, timezone.localdate(now))
    filtered = UnreadFilter(request.GET, rows)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "filter": filtered, "now": now, "left": rows.count()}
    return render(request, "maintenance/view_unread.html", shown)
