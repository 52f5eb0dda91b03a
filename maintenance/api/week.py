"""The CRT's week in the API: meetings, sheets, copies."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, forms, services
from maintenance.hot_sheet.stamped import file_name, stamped
from maintenance.models import AgendaItem, Copy, HotSheet, Meeting
from maintenance.serializers import week as serializers


class ViewMeetings(Listing):
    """The CRT's meetings, the newest week first."""

    verb = "maintenance.view_meetings"
    answer = serializers.MeetingRow
    ordering = ("-week_of",)
    filters = filters.MeetingFilter

    def rows(self, officer):
        return Meeting.objects.visible_to(officer).select_related("recorder").with_counts(officer)


class ViewMeeting(Look):
    """One meeting with its agenda and what was decided, as far as you may see the people and places."""

    verb = "maintenance.view_meeting"
    answer = serializers.MeetingWithAgenda

    def record(self, request, meeting_id):
        meeting = trail.read(Meeting.objects.select_related("recorder"), by=request.user, verb=self.verb, pk=meeting_id)
        meeting.agenda = AgendaItem.objects.visible_to(request.user).of_meeting(meeting).with_subjects()
        return meeting


class OpenMeeting(Act):
    form, service, answer = forms.OpenMeetingForm, services.open_meeting, serializers.MeetingFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"task_force": TaskForce.objects.get(), "at": timezone.now()}


class OfMeeting(Act):
    """An act on the meeting of the address."""

    def given(self, request, meeting_id):
        meeting = trail.find(Meeting.objects.select_related("recorder", "task_force"), by=request.user, pk=meeting_id)
        return {"meeting": meeting}


class OfMeetingNow(OfMeeting):
    """And of this moment."""

    def given(self, request, meeting_id):
        return super().given(request, meeting_id) | {"at": timezone.now()}


class PutOnAgenda(OfMeeting):
    form, service, answer = forms.PutOnAgendaForm, services.put_on_agenda, serializers.ItemFacts
    status = HTTPStatus.CREATED


class WriteHeadline(OfMeeting):
    form, service, answer = forms.WriteHeadlineForm, services.write_headline, serializers.MeetingFacts


class CloseMeeting(OfMeetingNow):
    form, service, answer = ActionForm, services.close_meeting, serializers.MeetingFacts


class FreezeHotSheet(OfMeetingNow):
    form, service, answer = ActionForm, services.freeze_hot_sheet, serializers.SheetFacts
    status = HTTPStatus.CREATED


class Decide(Act):
    form, service, answer = forms.DecideForm, services.decide, serializers.DecisionFacts

    def given(self, request, item_id):
        item = trail.find(
            AgendaItem.objects.with_subjects().select_related("meeting__task_force"), by=request.user, pk=item_id
        )
        return {"item": item, "at": timezone.now()}

    def filled(self, request, said, files, item, **given):
        return forms.DecideForm.about(item, None, said, request.user)


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


def own_copies(officer):
    return Copy.objects.visible_to(officer).select_related("sheet__task_force", "officer").defer("sheet__contents")


class ViewCopies(Listing):
    """Your own numbered copies, the newest first."""

    verb = "maintenance.view_copy"
    answer = serializers.CopyFacts
    ordering = ("-id",)
    filters = filters.CopyFilter

    def rows(self, officer):
        return own_copies(officer)


class ViewCopy(Look):
    """Your own copy: when you first downloaded it, when you said that you had read it."""

    verb = "maintenance.view_copy"
    answer = serializers.CopyFacts

    def record(self, request, sheet_id, number):
        return trail.read(own_copies(request.user), by=request.user, verb=self.verb, sheet=sheet_id, number=number)


class OfCopy(Act):
    """An act on your own copy."""

    form = ActionForm
    answer: Any = serializers.CopyFacts

    def given(self, request, sheet_id, number):
        copy = trail.find(own_copies(request.user), by=request.user, sheet=sheet_id, number=number)
        return {"copy": copy, "at": timezone.now()}


class DownloadCopy(OfCopy):
    """Your copy as a PDF, your badge on every page. It is registered before the bytes leave.

    Refused: not published, or expired.
    """

    service = services.download_copy
    answer = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        name = f'attachment; filename="{file_name(record)}"'
        return HttpResponse(stamped(record), content_type=Pdf.media_type, headers={"Content-Disposition": name})


class AcknowledgeCopy(OfCopy):
    service = services.acknowledge_copy


urlpatterns = [
    path("meetings/", ViewMeetings.as_view(), name="view_meetings"),
    path("meetings/open/", OpenMeeting.as_view(), name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", ViewMeeting.as_view(), name="view_meeting"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", PutOnAgenda.as_view(), name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", WriteHeadline.as_view(), name="write_headline"),
    path("meetings/<uuid:meeting_id>/close/", CloseMeeting.as_view(), name="close_meeting"),
    path("meetings/<uuid:meeting_id>/freeze-hot-sheet/", FreezeHotSheet.as_view(), name="freeze_hot_sheet"),
    path("meetings/items/<uuid:item_id>/decide/", Decide.as_view(), name="decide"),
    path("hot-sheets/", ViewHotSheets.as_view(), name="view_hot_sheets"),
    path("hot-sheets/copies/", ViewCopies.as_view(), name="view_copies"),
    path("hot-sheets/<uuid:sheet_id>/", ViewHotSheet.as_view(), name="view_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/approve/", ApproveHotSheet.as_view(), name="approve_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/retry/", RetryBuild.as_view(), name="retry_build"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/", ViewCopy.as_view(), name="view_copy"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/download/", DownloadCopy.as_view(), name="download_copy"),
    path(
        "hot-sheets/<uuid:sheet_id>/copies/<int:number>/acknowledge/", AcknowledgeCopy.as_view(),
        name="acknowledge_copy",
    ),
]  # fmt: skip
