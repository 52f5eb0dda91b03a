"""Editions of the hot sheet, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, services
from maintenance.api.meetings import OfMeetingNow
from maintenance.models import HotSheet
from maintenance.serializers import hot_sheets as serializers


class FreezeHotSheet(OfMeetingNow):
    form, service, answer = ActionForm, services.freeze_hot_sheet, serializers.SheetFacts
    status = HTTPStatus.CREATED


class ViewHotSheets(Listing):
    """Every edition you may know of, with the number of your own copy."""

    verb = "maintenance.view_hot_sheets"
    answer = serializers.SheetRow
    ordering = ("-valid_from", "-revision")
    filters = filters.HotSheetFilter

    def rows(self, officer):
        return HotSheet.objects.visible_to(officer).with_copy_of(officer).defer("contents")


class ViewHotSheet(Look):
    """An edition from freeze to reading: who approved it, how the build goes, how many have read it.

    What it says is on its page and in your copy.
    """

    verb = "maintenance.view_hot_sheet"
    answer = serializers.SheetWithReading

    def record(self, request, sheet_id):
        return trail.read(
            HotSheet.objects.select_related("recorder", "approved_by").with_reading().defer("contents"),
            by=request.user, verb=self.verb, pk=sheet_id,
        )  # fmt: skip


class OfHotSheet(Act):
    """An act on the edition of the address."""

    form, answer = ActionForm, serializers.SheetFacts

    def given(self, request, sheet_id):
        sheet = trail.find(
            HotSheet.objects.select_related("recorder", "approved_by").defer("contents"), by=request.user, pk=sheet_id
        )
        return {"sheet": sheet}


class ApproveHotSheet(OfHotSheet):
    service = services.approve_hot_sheet

    def given(self, request, sheet_id):
        return super().given(request, sheet_id) | {"at": timezone.now()}


class RetryBuild(OfHotSheet):
    service = services.retry_build


urlpatterns = [
    path("meetings/<uuid:meeting_id>/freeze-hot-sheet/", FreezeHotSheet.as_view(), name="freeze_hot_sheet"),
    path("hot-sheets/", ViewHotSheets.as_view(), name="view_hot_sheets"),
    path("hot-sheets/<uuid:sheet_id>/", ViewHotSheet.as_view(), name="view_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/approve/", ApproveHotSheet.as_view(), name="approve_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/retry/", RetryBuild.as_view(), name="retry_build"),
]
