"""The month's page for whoever answers for the file: made by the clock, read here, taken along as a PDF."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.retention.compliance import Compliance, file_name, printed
from maintenance.retention.models import ComplianceReport

PAGE = 24


@require_GET
@permitted("retention.view_compliance")
def view_compliance(request):
    rows = ComplianceReport.objects.visible_to(request.user).without_lines()
    trail.enter(request.user, "retention.view_compliance", trail.Outcome.READ)
    shown = {"page": Paginator(rows, PAGE).get_page(request.GET.get("page"))}
    return render(request, "retention/view_compliance.html", shown)


@require_GET
@permitted("retention.view_compliance_report")
def view_compliance_report(request, compliance_report_id):
    report = found(request, "retention.view_compliance_report", compliance_report_id)
    shown = {"report": report, "contents": Compliance.from_json(report.contents)}
    return render(request, "retention/view_compliance_report.html", shown)


@require_GET
@permitted("retention.download_compliance_report")
def download_compliance_report(request, compliance_report_id):
    """The line is written; only then is it printed from what was frozen."""
    report = found(request, "retention.download_compliance_report", compliance_report_id)
    answer = HttpResponse(printed(report), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(report)}"'
    return answer


def found(request, verb, report_id):
    return trail.read(ComplianceReport.objects.all(), by=request.user, verb=verb, pk=report_id)
