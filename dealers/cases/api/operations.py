"""The sweep, by JSON."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers.api.base import Log
from dealers.cases import packets, services
from dealers.cases.forms import operations as forms
from dealers.cases.models import Operation, Target
from dealers.cases.serializers import operations as serializers
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm
from markets.capacity import readiness_of


class ViewOperations(Listing):
    """The operations in the markets you work."""

    verb = "cases.view_operations"
    answer = serializers.OperationRow
    ordering = ("-held_on", "-id")

    def rows(self, officer):
        return Operation.objects.visible_to(officer).with_counts(officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewOperation(Look):
    """One operation with those of its targets whom you see."""

    verb = "cases.view_operation"
    answer = serializers.OperationBoard

    def record(self, request, operation_id):
        rows = Operation.objects.visible_to(request.user).with_counts(request.user)
        operation = trail.read(rows, by=request.user, verb=self.verb, pk=operation_id)
        targets = Target.objects.visible_to(request.user).of(operation).with_people(request.user)
        readiness = readiness_of(operation.market, timezone.localdate()) if operation.is_open else None
        return {"operation": operation, "targets": targets, "readiness": readiness}


class PlanOperation(Log):
    form, service, answer = forms.PlanOperationForm, services.plan_operation, serializers.OperationFacts


class OfOperation(Act):
    """An act on the operation of the address, at this moment."""

    def given(self, request, operation_id):
        rows = Operation.objects.visible_to(request.user).select_related("market", "by", "ready_by")
        return {"operation": trail.find(rows, by=request.user, pk=operation_id), "at": timezone.now()}


class TellClinic(OfOperation):
    form, service, answer = forms.TellClinicForm, services.tell_clinic, serializers.OperationFacts


class MarkOperationReady(OfOperation):
    form, service, answer = ActionForm, services.mark_operation_ready, serializers.OperationFacts


class AddTarget(OfOperation):
    status = HTTPStatus.CREATED
    form, service, answer = forms.AddTargetForm, services.add_target, serializers.TargetFacts


class CloseOperation(OfOperation):
    form, service, answer = ActionForm, services.close_operation, serializers.OperationFacts


class DownloadPackets(OfOperation):
    """One page for each target not found yet, your badge on every page. It is registered before the bytes leave."""

    form, service, answer = ActionForm, services.download_packets, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def given(self, request, operation_id):
        return {"operation": super().given(request, operation_id)["operation"]}

    def reply(self, record, **given):
        name = f'attachment; filename="{packets.file_name(record)}"'
        body = packets.as_pdf(record, self.request.user, timezone.now())
        return HttpResponse(body, content_type=Pdf.media_type, headers={"Content-Disposition": name})


class RecordTargetOutcome(Act):
    form, service = forms.RecordTargetOutcomeForm, services.record_target_outcome
    answer = serializers.TargetFacts

    def given(self, request, target_id):
        rows = Target.objects.visible_to(request.user).with_people(request.user)
        return {"target": trail.find(rows, by=request.user, pk=target_id), "at": timezone.now()}


urlpatterns = [
    path("operations/", ViewOperations.as_view(), name="view_operations"),
    path("operations/plan/", PlanOperation.as_view(), name="plan_operation"),
    path("operations/<uuid:operation_id>/", ViewOperation.as_view(), name="view_operation"),
    path("operations/<uuid:operation_id>/tell-clinic/", TellClinic.as_view(), name="tell_clinic"),
    path("operations/<uuid:operation_id>/mark-ready/", MarkOperationReady.as_view(), name="mark_operation_ready"),
    path("operations/<uuid:operation_id>/add-target/", AddTarget.as_view(), name="add_target"),
    path("operations/<uuid:operation_id>/download-packets/", DownloadPackets.as_view(), name="download_packets"),
    path("operations/<uuid:operation_id>/close/", CloseOperation.as_view(), name="close_operation"),
    path("targets/<uuid:target_id>/record-outcome/", RecordTargetOutcome.as_view(), name="record_target_outcome"),
]
