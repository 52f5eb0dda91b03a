"""Pages found in the street, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from maintenance import filters, services
from maintenance.forms import found as forms
from maintenance.hot_sheet.trace import read_mark
from maintenance.hot_sheet.traced import MOST, looked_up, traced
from maintenance.models import FoundPage
from maintenance.serializers import found as serializers


class ViewFoundPages(Listing):
    """Pages that were found, with the copy each was."""

    verb = "maintenance.view_found_pages"
    answer = serializers.FoundPageFacts
    ordering = ("-at", "-id")
    filters = filters.FoundPageFilter

    def rows(self, officer):
        return FoundPage.objects.visible_to(officer).with_copy()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class TracePage(Look):
    """Whose copy a page was, when it left and how often: by its trace code, a part of it, or edition and number.

    A mark that is too little to go by fits nothing.
    """

    verb = "maintenance.trace_page"
    answer = serializers.TracedPage

    @extend_schema(parameters=[OpenApiParameter("mark", str, description="Like BE4M-VZVJ, or 2026-W48 copy 17.")])
    def get(self, request):
        return super().get(request)

    def record(self, request):
        found = read_mark(request.query_params.get("mark", ""))
        copies = looked_up(found, request.user)
        return {"copies": traced(copies[:MOST], request.user), "has_more": len(copies) > MOST}


class LogFoundPage(Act):
    form, service, answer = forms.LogFoundPageForm, services.log_found_page, serializers.FoundPageFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


urlpatterns = [
    path("found-pages/", ViewFoundPages.as_view(), name="view_found_pages"),
    path("found-pages/trace/", TracePage.as_view(), name="trace_page"),
    path("found-pages/log/", LogFoundPage.as_view(), name="log_found_page"),
]
