"""Outreach: the partner's own list, one task, and who goes where."""

from datetime import timedelta
from statistics import median

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import services
from maintenance.filters import OutreachFilter
from maintenance.forms import outreach as forms
from maintenance.models import OutreachTask
from maintenance.views.acting import act

PAGE = 40
MEASURED_DAYS = 90
NARROWING = ("market", "occasion", "state")


@require_GET
@permitted("maintenance.view_outreach")
def view_outreach(request):
    """To a partner his own; to who gives it out, that of his markets. What is to be done first."""
    trail.enter(request.user, "maintenance.view_outreach", trail.Outcome.READ)
    today = timezone.localdate()
    rows = OutreachTask.objects.visible_to(request.user).with_people()
    filtered = OutreachFilter(request.GET, rows.open_first(), request=request)
    shown = {
        "page": Paginator(filtered.qs, PAGE).get_page(request.GET.get("page")),
        "form": filtered.form,
        "is_narrowed": any(filtered.form[name].value() for name in NARROWING if name in filtered.form.fields),
        "figures": figures(rows, today),
        "today": today,
    }
    return render(request, "maintenance/view_outreach.html", shown)


def figures(rows, today):
    """How much waits, and how soon somebody came in the last quarter."""
    lately = rows.since(today - timedelta(days=MEASURED_DAYS))
    days = [task.days_to_contact for task in lately if task.contacted_on]
    return {
        "open": rows.open().count(),
        "late": rows.late_on(today).count(),
        "nobodys": rows.open().nobodys().count(),
        "reached": len(days),
        "of": len(lately),
        "days": median(days) if days else None,
    }


@require_GET
@permitted("maintenance.view_outreach_task")
def view_outreach_task(request, outreach_id):
    verb = "maintenance.view_outreach_task"
    task = trail.read(OutreachTask.objects.with_people(), by=request.user, verb=verb, pk=outreach_id)
    today = timezone.localdate()
    shown = {
        "task": task,
        "is_late": task.is_late(today),
        "is_told_names": task.is_told_names(request.user),
        "today": today,
    }
    return render(request, "maintenance/view_outreach_task.html", shown)


@permitted("maintenance.ask_for_outreach")
def ask_for_outreach(request):
    form = forms.AskForOutreachForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.ask_for_outreach, by=request.user, at=timezone.now()):
        messages.success(request, f"{form.record.partner} is asked to go there by {form.record.due_on:%-d %B}.")
        return redirect(form.record)
    return render(request, "maintenance/ask_for_outreach.html", {"form": form})


@permitted("maintenance.give_outreach")
def give_outreach(request, outreach_id):
    task = found(request, outreach_id)
    form = forms.GiveOutreachForm(request.POST or None, officer=request.user)
    return about(request, task, form, services.give_outreach, "It is given; who goes is told by mail.")


@permitted("maintenance.answer_outreach")
def answer_outreach(request, outreach_id):
    task = found(request, outreach_id)
    known = {"contacted_on": task.contacted_on} if task.contacted_on else {}
    form = forms.AnswerOutreachForm(request.POST or None, officer=request.user, initial=known)
    done = "Contact is on record. When it has come to something, say what."
    return about(request, task, form, services.answer_outreach, done, at=timezone.now())


@permitted("maintenance.end_outreach")
def end_outreach(request, outreach_id):
    task = found(request, outreach_id)
    likely = {} if task.contacted_on else {"outcome": OutreachTask.Outcome.NOT_FOUND}
    form = forms.EndOutreachForm(request.POST or None, officer=request.user, initial=likely)
    return about(request, task, form, services.end_outreach, "This is done. Thank you.", at=timezone.now())


def found(request, outreach_id):
    return trail.find(OutreachTask.objects.with_people(), by=request.user, pk=outreach_id)


def about(request, task, form, service, done, **given):
    return act(request, form, service, done=done, back=task, shown={"task": task}, outreach=task, **given)
