"""The Supervision tab, and what is entered on it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dealers import services
from dealers.forms import supervision as forms
from dealers.models import Condition, Supervision, Violation
from dealers.views.base import opened
from dealers.views.dossier import dossier, read
from dealers.views.entries import found
from dealers.views.facts import filled_from
from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm


@require_GET
@permitted("dealers.view_supervision")
def view_supervision(request, dealer_id):
    dealer = read(request, dealer_id, "dealers.view_supervision")
    today, days = timezone.localdate(), TaskForce.objects.get().condition_days
    rows = Supervision.objects.visible_to(request.user).standing().of(dealer).with_everything()
    supervisions = [as_shown(supervision, today, days) for supervision in rows]
    return dossier(request, dealer, "dealers/view_supervision.html", supervisions=supervisions, days=days)


def as_shown(supervision, today, days):
    """With what of it binds today: a condition prints as long as somebody verified it lately."""
    runs = supervision.runs_on(today)
    conditions = list(supervision.conditions.all())
    in_force = [condition for condition in conditions if runs and not condition.is_over_on(today)]
    return {
        "supervision": supervision,
        "runs": runs,
        "is_over": supervision.is_over_on(today),
        "in_force": [(condition, condition.days_left(today, days)) for condition in in_force],
        "ended": [condition for condition in conditions if condition not in in_force],
        "violations": newest_first([each for condition in conditions for each in condition.violations.all()]),
    }


def newest_first(violations):
    return sorted(violations, key=lambda violation: violation.seen_on, reverse=True)


@permitted("dealers.log_supervision")
def log_supervision(request, dealer_id):
    dealer = found(request, dealer_id)
    form = forms.LogSupervisionForm(request.POST or None, officer=request.user)
    return act(request, form, services.log_supervision, dealer, "The supervision is logged.", dealer=dealer)


@permitted("dealers.end_supervision")
def end_supervision(request, supervision_id):
    rows = Supervision.objects.visible_to(request.user).with_dealer()
    supervision = opened(request, rows, supervision_id)
    form = forms.EndForm(request.POST or None, officer=request.user, initial={"until_on": supervision.until_on})
    return act(
        request, form, services.end_supervision, supervision.dealer, "The last day is on record.",
        supervision=supervision,
    )  # fmt: skip


@permitted("dealers.log_condition")
def log_condition(request, supervision_id):
    rows = Supervision.objects.visible_to(request.user).with_dealer()
    supervision = opened(request, rows, supervision_id)
    form = forms.LogConditionForm(request.POST or None, officer=request.user)
    return act(
        request, form, services.log_condition, supervision.dealer, "The condition is logged.", supervision=supervision
    )


@permitted("dealers.verify_condition")
@require_POST
def verify_condition(request, condition_id):
    """A tap: the supervising officer says that it holds."""
    rows = Condition.objects.visible_to(request.user).with_dealer()
    condition = trail.find(rows, by=request.user, pk=condition_id)
    form = ActionForm(request.POST)
    if form.submit(services.verify_condition, by=request.user, condition=condition, at=timezone.now()):
        messages.success(request, f"“{condition}” is verified today.")
    else:
        messages.error(request, " ".join(form.non_field_errors()))
    return redirect(after(request, condition.supervision.dealer))


def after(request, dealer):
    """Back to the desk where the tap came from it; else to the tab."""
    return reverse("desk") if "from_desk" in request.POST else reverse("dealers:view_supervision", args=[dealer.pk])


@permitted("dealers.correct_condition")
def correct_condition(request, condition_id):
    rows = Condition.objects.visible_to(request.user).with_dealer()
    condition = opened(request, rows, condition_id)
    form = filled_from(condition, forms.CorrectConditionForm, request)
    done = "The condition is corrected. The history keeps what stood there."
    return act(request, form, services.correct_condition, condition.supervision.dealer, done, condition=condition)


def on_condition(request, condition_id, form_class, service, done):
    condition = opened(request, Condition.objects.visible_to(request.user).with_dealer(), condition_id)
    form = form_class(request.POST or None, officer=request.user)
    return act(request, form, service, condition.supervision.dealer, done, condition=condition)


@permitted("dealers.end_condition")
def end_condition(request, condition_id):
    return on_condition(request, condition_id, forms.EndForm, services.end_condition, "The last day is on record.")


@permitted("dealers.log_violation")
def log_violation(request, condition_id):
    done = "The violation is logged."
    return on_condition(request, condition_id, forms.LogViolationForm, services.log_violation, done)


@permitted("dealers.record_violation_outcome")
def record_violation_outcome(request, violation_id):
    rows = Violation.objects.visible_to(request.user).with_dealer()
    violation = opened(request, rows, violation_id)
    form = forms.RecordViolationOutcomeForm(request.POST or None, officer=request.user)
    return act(
        request, form, services.record_violation_outcome, violation.dealer, "What came of it is on record.",
        violation=violation,
    )  # fmt: skip


def act(request, form, service, whose, done, **about):
    """Done, back to the tab; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **about):
        messages.success(request, done)
        return redirect("dealers:view_supervision", whose.pk)
    template = f"dealers/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, **about, "dealer": whose})
