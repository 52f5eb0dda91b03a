"""What is told, and the pages of those who are told it, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from callins.dtc import services
from callins.dtc.api.consents import OfConsent
from callins.dtc.doors import Walled
from callins.dtc.forms import reports as forms
from callins.dtc.models import Disclosure, Participant, StatusReport
from callins.dtc.models.disclosure import NOTICE
from callins.dtc.paper import report as paper
from callins.dtc.serializers import reports as serializers
from callins.paper import attached
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm


class ReportStatus(OfConsent):
    form, service, answer = forms.ReportStatusForm, services.report_status, serializers.StatusReportFacts
    status = HTTPStatus.CREATED


class ViewDisclosures(Walled, Listing):
    verb = "dtc.view_disclosures"
    answer = serializers.DisclosureFacts
    filters = forms.DisclosureFilter
    ordering = ("at", "pk")

    def get(self, request, **key):
        participant_id = key["participant_id"]
        self.participant = trail.read(Participant.objects.all(), by=request.user, verb=self.verb, pk=participant_id)
        return super().get(request)

    def rows(self, officer):
        return Disclosure.objects.visible_to(officer).of(self.participant).with_facts()


class ViewStatusReports(Walled, Listing):
    verb = "dtc.view_status_reports"
    answer = serializers.ToldStatus
    filters = forms.StatusReportFilter
    ordering = ("at", "pk")

    def rows(self, officer):
        return StatusReport.objects.visible_to(officer).latest().with_people()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewStatusReport(Walled, Look):
    verb = "dtc.view_status_report"
    answer = serializers.ToldStatus

    def record(self, request, status_report_id):
        return trail.read(StatusReport.objects.with_people(), by=request.user, verb=self.verb, pk=status_report_id)


class DownloadStatusReport(Walled, Act):
    """The letter. The line is written before a byte leaves."""

    form, service, answer = ActionForm, services.download_status_report, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def given(self, request, status_report_id):
        report = trail.find(StatusReport.objects.with_people(), by=request.user, pk=status_report_id)
        return {"report": report, "at": timezone.now()}

    def reply(self, record, **given):
        return attached(paper.letter(record).pdf, paper.file_name(record))


class ViewCourses(Walled, Look):
    """To ask is to be told, and accounted for."""

    verb = "dtc.view_courses"
    answer = serializers.CoursesTold

    def record(self, request):
        return {"courses": services.view_courses(by=request.user, at=timezone.now()), "notice": NOTICE}


REPORT = "status-reports/<uuid:status_report_id>/"
urlpatterns = [
    path("consents/<uuid:consent_id>/report/", ReportStatus.as_view(), name="report_status"),
    path("participants/<uuid:participant_id>/disclosures/", ViewDisclosures.as_view(), name="view_disclosures"),
    path("status-reports/", ViewStatusReports.as_view(), name="view_status_reports"),
    path(REPORT, ViewStatusReport.as_view(), name="view_status_report"),
    path(f"{REPORT}download/", DownloadStatusReport.as_view(), name="download_status_report"),
    path("courses/", ViewCourses.as_view(), name="view_courses"),
]
