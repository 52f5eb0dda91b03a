"""The sweep: planned, told to the clinic in numbers, carried on paper, answered from the phone, closed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dealers.cases import packets, services
from dealers.cases.forms import operations as forms
from dealers.cases.models import Operation, Target
from dealers.cases.views.acting import act, one_of
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken
from dmi.forms import ActionForm
from markets.capacity import readiness_of


@require_GET
@permitted("cases.view_operations")
def view_operations(request):
    trail.enter(request.user, "cases.view_operations", trail.Outcome.READ)
    operations = Operation.objects.visible_to(request.user).with_counts(request.user)
    return render(request, "cases/view_operations.html", {"operations": operations})


@require_GET
@permitted("cases.view_operation")
def view_operation(request, operation_id):
    rows = Operation.objects.visible_to(request.user).with_counts(request.user)
    operation = trail.read(rows, by=request.user, verb="cases.view_operation", pk=operation_id)
    targets = Target.objects.visible_to(request.user).of(operation).with_people(request.user)
    shown = {
        "operation": operation,
        "layers": by_layer(targets),
        "is_over": operation.held_on < timezone.localdate(),
        "has_come": operation.held_on <= timezone.localdate(),
        "readiness": readiness_of(operation.market, timezone.localdate()) if operation.is_open else None,
    }
    return render(request, "cases/view_operation.html", shown)


def by_layer(targets):
    """The targets by their part in the market, from the top down."""
    layers: dict[str, list] = {}
    for target in sorted(targets, key=packets.layer_of):
        layers.setdefault(packets.layer_label(target), []).append(target)
    return list(layers.items())


@permitted("cases.plan_operation")
def plan_operation(request):
    form = forms.PlanOperationForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.plan_operation, by=request.user, at=timezone.now()):
        messages.success(request, "The operation is planned; now its targets.")
        return redirect(form.record)
    return render(request, "cases/plan_operation.html", {"form": form})


@permitted("cases.tell_clinic")
def tell_clinic(request, operation_id):
    return on_operation(request, operation_id, forms.TellClinicForm, services.tell_clinic, "The clinic knows.")


@permitted("cases.mark_operation_ready")
def mark_operation_ready(request, operation_id):
    operation = one_of(request, Operation.objects.visible_to(request.user).select_related("market"), pk=operation_id)
    return act(
        request, ActionForm(request.POST or None), services.mark_operation_ready, back=operation,
        done=f"{operation} is ready.", operation=operation,
        shown={"operation": operation, "readiness": readiness_of(operation.market, timezone.localdate())},
    )  # fmt: skip


@permitted("cases.add_target")
def add_target(request, operation_id):
    return on_operation(request, operation_id, forms.AddTargetForm, services.add_target, "The target is added.")


def on_operation(request, operation_id, form_class, service, done):
    operation = one_of(request, Operation.objects.visible_to(request.user), pk=operation_id)
    form = form_class(request.POST or None, officer=request.user)
    return act(request, form, service, done=done, back=operation, shown={"operation": operation}, operation=operation)


@permitted("cases.record_target_outcome")
def record_target_outcome(request, target_id):
    target = one_of(request, Target.objects.visible_to(request.user).with_people(request.user), pk=target_id)
    now = {"outcome": target.outcome, "note": target.note}
    form = forms.RecordTargetOutcomeForm(request.POST or None, officer=request.user, initial=now)
    return act(
        request, form, services.record_target_outcome, done=f"{target}: on record.", back=target.operation,
        shown={"target": target, "dealer": target.dealer}, target=target,
    )  # fmt: skip


@permitted("cases.close_operation")
def close_operation(request, operation_id):
    """The page says what is left open before anybody closes."""
    operation = one_of(request, Operation.objects.visible_to(request.user).with_counts(request.user), pk=operation_id)
    left = Target.objects.visible_to(request.user).of(operation).not_found().with_people(request.user)
    return act(
        request, ActionForm(request.POST or None), services.close_operation, back=operation,
        done=f"{operation} is closed; whoever is still open is on the next CRT agenda.",
        shown={"operation": operation, "left": left}, operation=operation,
    )  # fmt: skip


@never_cache
@permitted("cases.download_packets")
@require_POST
def download_packets(request, operation_id):
    """The line is committed by the service; only then are the bytes made and sent."""
    operation = trail.find(
        Operation.objects.visible_to(request.user).select_related("market"), by=request.user, pk=operation_id
    )
    form = ActionForm(request.POST)
    if not form.submit(services.download_packets, by=request.user, operation=operation):
        messages.error(request, form.non_field_errors()[0])
        return redirect(operation)
    try:
        return paper(request, operation)
    except RuleBroken as no_room:
        messages.error(request, str(no_room))
        return redirect(operation)


def paper(request, operation):
    at = timezone.now()
    response = HttpResponse(packets.as_pdf(operation, request.user, at), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{packets.file_name(operation)}"'
    return response
