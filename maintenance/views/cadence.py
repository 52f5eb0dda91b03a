"""When the CRT meets, and what is due when until its sheet is in force."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from maintenance import services
from maintenance.forms.cadence import ChangeCadenceForm
from maintenance.hot_sheet.calendar import coming, with_meetings
from maintenance.services.change_cadence import SETTINGS


@require_GET
@permitted("maintenance.view_cadence")
def view_cadence(request):
    task_force = TaskForce.objects.get()
    trail.enter(request.user, "maintenance.view_cadence", trail.Outcome.READ, task_force)
    turns = with_meetings(coming(task_force, timezone.localdate()), request.user)
    shown = {"task_force": task_force, "turns": turns, "now": timezone.now()}
    return render(request, "maintenance/view_cadence.html", shown)


@permitted("maintenance.change_cadence")
def change_cadence(request):
    task_force = TaskForce.objects.get()
    now = {name: getattr(task_force, name) for name in SETTINGS} | {"seen": version(task_force, SETTINGS)}
    form = ChangeCadenceForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_cadence, by=request.user, task_force=task_force):
        messages.success(request, "Changed; the calendar below follows.")
        return redirect("maintenance:view_cadence")
    return render(request, "maintenance/change_cadence.html", {"form": form})
