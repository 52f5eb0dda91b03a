"""The CRT’s meetings, by JSON."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from rest_framework import response

from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, minutes, services, week
from maintenance.forms import meetings as forms
from maintenance.models import AgendaItem, Meeting, MeetingAttendance
from maintenance.serializers import meetings as serializers


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
        meeting = trail.read(
            Meeting.objects.select_related("recorder").with_attendances(), by=request.user, verb=self.verb,
            pk=meeting_id,
        )  # fmt: skip
        meeting.agenda = AgendaItem.objects.visible_to(request.user).of_meeting(meeting).with_subjects()
        return meeting


class ViewWeek(Look):
    """The week before the meeting in numbers, market by market, as far as the lists speak of it."""

    verb = "maintenance.view_week"
    answer = serializers.MeetingWithWeek

    def record(self, request, meeting_id):
        meeting = trail.read(Meeting.objects.select_related("recorder"), by=request.user, verb=self.verb, pk=meeting_id)
        meeting.markets = week.weeks_of(request.user, meeting.eve)
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


class CarryRest(OfMeetingNow):
    """What is still to decide comes back at the next meeting; what stands stands until it expires."""

    form, service, answer = ActionForm, services.carry_rest, serializers.Carried

    def reply(self, record, **given):
        return response.Response(self.answer({"carried": record}).data, status=self.status)


class NoteAttendance(OfMeetingNow):
    form, service, answer = forms.NoteAttendanceForm, services.note_attendance, serializers.AttendanceFacts
    status = HTTPStatus.CREATED


class StrikeAttendance(Act):
    form, service, answer = ActionForm, services.strike_attendance, serializers.MeetingFacts

    def given(self, request, meeting_id, presence_id):
        attendance = trail.find(
            MeetingAttendance.objects.with_officer().select_related("meeting__recorder"), by=request.user,
            pk=presence_id, meeting=meeting_id,
        )  # fmt: skip
        return {"attendance": attendance}


class DownloadMinutes(OfMeeting):
    """The minutes as a PDF, your name and badge on every page. It is registered before the bytes leave.

    Refused: an open meeting.
    """

    form, service, answer = ActionForm, services.download_minutes, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def given(self, request, meeting_id):
        meeting = trail.find(Meeting.objects.with_people().with_attendances(), by=request.user, pk=meeting_id)
        return {"meeting": meeting}

    def reply(self, record, **given):
        name = f'attachment; filename="{minutes.file_name(record)}"'
        content = minutes.as_pdf(record, self.request.user, timezone.now())
        return HttpResponse(content, content_type=Pdf.media_type, headers={"Content-Disposition": name})


class CloseMeeting(OfMeetingNow):
    form, service, answer = ActionForm, services.close_meeting, serializers.MeetingFacts


class Decide(Act):
    form, service, answer = forms.DecideForm, services.decide, serializers.DecisionFacts

    def given(self, request, item_id):
        item = trail.find(
            AgendaItem.objects.with_subjects().select_related("meeting__task_force"), by=request.user, pk=item_id
        )
        return {"item": item, "at": timezone.now()}

    def filled(self, request, said, files, item, **given):
        return forms.DecideForm.about(item, None, said, request.user)


class TakeBackDecision(Act):
    form, service, answer = forms.TakeBackDecisionForm, services.take_back_decision, serializers.ItemFacts

    def given(self, request, item_id):
        return {"item": trail.find(AgendaItem.objects.with_subjects().with_meeting(), by=request.user, pk=item_id)}


urlpatterns = [
    path("meetings/", ViewMeetings.as_view(), name="view_meetings"),
    path("meetings/open/", OpenMeeting.as_view(), name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", ViewMeeting.as_view(), name="view_meeting"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", PutOnAgenda.as_view(), name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", WriteHeadline.as_view(), name="write_headline"),
    path("meetings/<uuid:meeting_id>/week/", ViewWeek.as_view(), name="view_week"),
    path("meetings/<uuid:meeting_id>/carry-rest/", CarryRest.as_view(), name="carry_rest"),
    path("meetings/<uuid:meeting_id>/minutes/", DownloadMinutes.as_view(), name="download_minutes"),
    path("meetings/<uuid:meeting_id>/note-attendance/", NoteAttendance.as_view(), name="note_attendance"),
    path(
        "meetings/<uuid:meeting_id>/attendances/<int:presence_id>/strike/",
        StrikeAttendance.as_view(),
        name="strike_attendance",
    ),
    path("meetings/<uuid:meeting_id>/close/", CloseMeeting.as_view(), name="close_meeting"),
    path("meetings/items/<uuid:item_id>/decide/", Decide.as_view(), name="decide"),
    path("meetings/items/<uuid:item_id>/take-back/", TakeBackDecision.as_view(), name="take_back_decision"),
]
