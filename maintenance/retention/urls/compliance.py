"""The month's page for whoever answers for the file."""

from django.urls import path

from maintenance.retention.views import compliance

ONE = "compliance/<uuid:compliance_report_id>/"

urlpatterns = [
    path("compliance/", compliance.view_compliance, name="view_compliance"),
    path(ONE, compliance.view_compliance_report, name="view_compliance_report"),
    path(f"{ONE}download/", compliance.download_compliance_report, name="download_compliance_report"),
]
