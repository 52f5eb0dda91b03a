"""Code cases, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from markets import services
from markets.api.places import OfPlace
from markets.forms import code_cases as forms
from markets.models import CodeCase
from markets.serializers import code_cases as serializers


class ViewCodeCases(Listing):
    """Of the places you see; an inspector's own."""

    verb = "markets.view_code_cases"
    answer = serializers.CodeCaseFacts
    ordering = ("-at", "id")

    def rows(self, officer):
        return CodeCase.objects.visible_to(officer).with_place()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewCodeCase(Look):
    """One case with every inspection, the newest first, and what is next."""

    verb = "markets.view_code_case"
    answer = serializers.CodeCaseWhole

    def record(self, request, code_case_id):
        return trail.read(CodeCase.objects.with_place().with_visits(), by=request.user, verb=self.verb, pk=code_case_id)


class OpenCodeCase(OfPlace):
    form, service, answer = forms.OpenCodeCaseForm, services.open_code_case, serializers.CodeCaseFacts
    status = HTTPStatus.CREATED

    def given(self, request, hot_place_id):
        now = timezone.now()
        return super().given(request, hot_place_id) | {"on": timezone.localdate(now), "at": now}


class OfCodeCase(Act):
    """An act on the code case of the address, at this moment."""

    def given(self, request, code_case_id):
        case = trail.find(CodeCase.objects.with_place().with_visits(), by=request.user, pk=code_case_id)
        return {"code_case": case, "at": timezone.now()}


class RecordNotice(OfCodeCase):
    form, service, answer = forms.RecordNoticeForm, services.record_notice, serializers.CodeCaseFacts


class RecordInspection(OfCodeCase):
    form, service, answer = forms.RecordInspectionForm, services.record_inspection, serializers.InspectionFacts
    status = HTTPStatus.CREATED


class OrderVacate(OfCodeCase):
    form, service, answer = forms.OrderVacateForm, services.order_vacate, serializers.CodeCaseFacts


class CloseCodeCase(OfCodeCase):
    form, service, answer = forms.CloseCodeCaseForm, services.close_code_case, serializers.CodeCaseFacts


urlpatterns = [
    path("code-cases/", ViewCodeCases.as_view(), name="view_code_cases"),
    path("code-cases/<uuid:code_case_id>/", ViewCodeCase.as_view(), name="view_code_case"),
    path("hot-places/<uuid:hot_place_id>/open-code-case/", OpenCodeCase.as_view(), name="open_code_case"),
    path("code-cases/<uuid:code_case_id>/notice/", RecordNotice.as_view(), name="record_notice"),
    path("code-cases/<uuid:code_case_id>/inspect/", RecordInspection.as_view(), name="record_inspection"),
    path("code-cases/<uuid:code_case_id>/vacate/", OrderVacate.as_view(), name="order_vacate"),
    path("code-cases/<uuid:code_case_id>/close/", CloseCodeCase.as_view(), name="close_code_case"),
]
