"""What was told, to whom, and the pages of those who are told."""

from django.urls import path

from callins.dtc.views import reports as views

REPORT = "status-reports/<uuid:status_report_id>/"
urlpatterns = [
    path("consents/<uuid:consent_id>/report/", views.report_status, name="report_status"),
    path("participants/<uuid:participant_id>/disclosures/", views.view_disclosures, name="view_disclosures"),
    path("status-reports/", views.view_status_reports, name="view_status_reports"),
    path(REPORT, views.view_status_report, name="view_status_report"),
    path(f"{REPORT}download/", views.download_status_report, name="download_status_report"),
    path("courses/", views.view_courses, name="view_courses"),
]
