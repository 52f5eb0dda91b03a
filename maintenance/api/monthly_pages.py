"""The monthly page without names, by JSON and as a PDF."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from maintenance import services
from maintenance.forms.monthly_pages import MakeMonthlyPageForm
from maintenance.models import MonthlyPage
from maintenance.monthly.paper import file_name, printed
from maintenance.serializers.monthly_pages import MonthlyPageFacts, MonthlyPageWhole


class ViewMonthlyPages(Listing):
    """The pages made so far, the latest month first."""

    verb = "maintenance.view_monthly_pages"
    answer = MonthlyPageFacts
    ordering = ("-month",)

    def rows(self, officer):
        return MonthlyPage.objects.visible_to(officer).with_maker()


class OfMonthlyPage(Look):
    def record(self, request, page_id):
        return trail.read(MonthlyPage.objects.with_whole(), by=request.user, verb=self.verb, pk=page_id)


class ViewMonthlyPage(OfMonthlyPage):
    """One month as it was told: crime, deaths, clinics, fidelity, the promise kept, what changed."""

    verb = "maintenance.view_monthly_page"
    answer = MonthlyPageWhole


class DownloadMonthlyPage(OfMonthlyPage):
    """The page as a PDF, from what was frozen."""

    verb = "maintenance.download_monthly_page"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def get(self, request, page_id):
        page = self.record(request, page_id)
        name = f'attachment; filename="{file_name(page)}"'
        return HttpResponse(printed(page), content_type=Pdf.media_type, headers={"Content-Disposition": name})


class MakeMonthlyPage(Act):
    """Freeze a month that is over as the records give it now."""

    form, service, answer = MakeMonthlyPageForm, services.make_monthly_page, MonthlyPageFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


urlpatterns = [
    path("monthly-pages/", ViewMonthlyPages.as_view(), name="view_monthly_pages"),
    path("monthly-pages/make/", MakeMonthlyPage.as_view(), name="make_monthly_page"),
    path("monthly-pages/<uuid:page_id>/", ViewMonthlyPage.as_view(), name="view_monthly_page"),
    path("monthly-pages/<uuid:page_id>/download/", DownloadMonthlyPage.as_view(), name="download_monthly_page"),
]
