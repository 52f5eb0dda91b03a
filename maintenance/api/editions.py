"""What is told between meetings, by JSON: a revision of the week's edition, a flash bulletin, a recall."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from maintenance import services
from maintenance.api.hot_sheets import OfHotSheet
from maintenance.forms import editions as forms
from maintenance.serializers import hot_sheets as serializers


class OfHotSheetNow(OfHotSheet):
    """And of this moment."""

    def given(self, request, sheet_id):
        return super().given(request, sheet_id) | {"at": timezone.now()}


class ReviseHotSheet(OfHotSheetNow):
    """The next revision, frozen: `arrested` and `cleared` take somebody off, of `served` and `danger` say what is new.

    Somebody else approves it.
    """

    form, service, answer = forms.ReviseHotSheetForm, services.revise_hot_sheet, serializers.SheetFacts
    status = HTTPStatus.CREATED


class RecallHotSheet(OfHotSheetNow):
    """From this moment every link to it says so and gives nothing."""

    form, service = forms.RecallHotSheetForm, services.recall_hot_sheet


class IssueFlash(Act):
    form, service, answer = forms.IssueFlashForm, services.issue_flash, serializers.SheetFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"task_force": TaskForce.objects.get(), "at": timezone.now()}


urlpatterns = [
    path("hot-sheets/issue-flash/", IssueFlash.as_view(), name="issue_flash"),
    path("hot-sheets/<uuid:sheet_id>/revise/", ReviseHotSheet.as_view(), name="revise_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/recall/", RecallHotSheet.as_view(), name="recall_hot_sheet"),
]
