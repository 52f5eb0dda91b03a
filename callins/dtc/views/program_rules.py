"""The program's rules, as rows that hold from a date."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import program_rules as forms
from callins.dtc.models import Attempt, ProgramRules
from dmi.audit import trail
from dmi.forms import ActionForm


@walled("dtc.view_rules")
@require_GET
def view_rules(request):
    """The rules of today, those to come, those that were."""
    trail.enter(request.user, "dtc.view_rules", trail.Outcome.READ)
    periods = ProgramRules.objects.visible_to(request.user).periods(localdate())
    return render(request, "dtc/view_rules.html", {"periods": periods})


@walled("dtc.change_rules")
def change_rules(request):
    """First what would change, then a yes. Phases and tasks come and go by buttons of the form itself."""
    configuration = ProgramRules.objects.visible_to(request.user).as_configuration()
    if request.method != "POST":
        return drawn(request, forms.filled_from(configuration.rows[-1], request.user))
    if "alter" in request.POST:
        return drawn(request, forms.altered(request.POST, request.user))
    form = forms.ChangeRulesForm(request.POST, officer=request.user)
    if "save" not in request.POST:
        return drawn(request, form, form.draft(configuration) if form.is_valid() else None)
    if not form.submit(services.change_rules, by=request.user, at=timezone.now()):
        return drawn(request, form)
    messages.success(request, f"Set: the new rules hold from {form.record.from_on:%-d %b %Y}.")
    return redirect("callins:dtc:view_rules")


def drawn(request, form, draft=None):
    under_way = Attempt.objects.visible_to(request.user).open().count()
    return render(request, "dtc/change_rules.html", {"form": form, "draft": draft, "under_way": under_way})


@walled("dtc.withdraw_rules")
def withdraw_rules(request, rules_id):
    rules = trail.find(ProgramRules.objects.all(), by=request.user, pk=rules_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.submit(services.withdraw_rules, by=request.user, rules=rules, at=timezone.now()):
        messages.success(request, "Withdrawn: what holds now goes on holding.")
        return redirect("callins:dtc:view_rules")
    return render(request, "dtc/withdraw_rules.html", {"form": form, "rules": rules})
