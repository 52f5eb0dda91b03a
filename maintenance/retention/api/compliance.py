"""The month's page for whoever answers for the file, by JSON and as a PDF."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from drf_spectacular.types import OpenApiTypes

from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from maintenance.retention.compliance import file_name, printed
from maintenance.retention.models import ComplianceReport
from maintenance.retention.serializers.compliance import ComplianceFacts, ComplianceWhole

ONE = "compliance/<uuid:compliance_report_id>/"


class ViewCompliance(Listing):
    """The reports made so far, the latest month first."""

    verb = "retention.view_compliance"
    answer = ComplianceFacts
    ordering = ("-month",)

    def rows(self, officer):
        return ComplianceReport.objects.visible_to(officer).without_lines()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewComplianceReport(Look):
    """One month as it was counted: what lacks a predicate, is overdue, left without an agreement; holds, removals."""

    verb = "retention.view_compliance_report"
    answer: Any = ComplianceWhole

    def record(self, request, compliance_report_id):
        return trail.read(ComplianceReport.objects.all(), by=request.user, verb=self.verb, pk=compliance_report_id)


class DownloadComplianceReport(ViewComplianceReport):
    """The page as a PDF, from what was frozen."""

    verb = "retention.download_compliance_report"
    answer: Any = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def get(self, request, compliance_report_id):
        report = self.record(request, compliance_report_id)
        name = f'attachment; filename="{file_name(report)}"'
        return HttpResponse(printed(report), content_type=Pdf.media_type, headers={"Content-Disposition": name})


urlpatterns = [
    path("compliance/", ViewCompliance.as_view(), name="view_compliance"),
    path(ONE, ViewComplianceReport.as_view(), name="view_compliance_report"),
    path(f"{ONE}download/", DownloadComplianceReport.as_view(), name="download_compliance_report"),
]
