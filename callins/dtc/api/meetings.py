"""The weekly meeting, and who was there, by JSON."""

from http import HTTPStatus

from django.http import Http404
from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.api.base import Correction
from callins.dtc.doors import Walled
from callins.dtc.forms import meetings as forms
from callins.dtc.models import Attendance, Enrolment, Meeting
from callins.dtc.roomful import roomful
from callins.dtc.serializers import meetings as serializers
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewMeetings(Walled, Listing):
    verb = "dtc.view_meetings"
    answer = serializers.WeeklyMeetingRow
    ordering = ("-at", "-id")

    def rows(self, officer):
        return Meeting.objects.visible_to(officer).with_counts()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewMeeting(Walled, Look):
    """Everybody who is in the program that day."""

    verb = "dtc.view_meeting"
    answer = serializers.RoomfulFacts

    def record(self, request, weekly_meeting_id):
        meeting = trail.read(Meeting.objects.all(), by=request.user, verb=self.verb, pk=weekly_meeting_id)
        return roomful(meeting, request.user, timezone.now())


class PlanMeeting(Walled, Act):
    form, service, answer = forms.PlanMeetingForm, services.plan_meeting, serializers.WeeklyMeetingFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class OfMeeting(Walled, Act):
    answer = serializers.WeeklyMeetingFacts

    def given(self, request, weekly_meeting_id):
        meeting = trail.find(Meeting.objects.all(), by=request.user, pk=weekly_meeting_id)
        return {"meeting": meeting, "at": timezone.now()}


class ChangeMeeting(Correction, OfMeeting):
    form, service, changed = forms.ChangeMeetingForm, services.change_meeting, "meeting"


class CallOffMeeting(OfMeeting):
    form, service = forms.CallOffMeetingForm, services.call_off_meeting


class RecordRestAttended(OfMeeting):
    form, service, answer = ActionForm, services.record_rest_attended, serializers.RestAttendedFacts


class RecordAttendance(Walled, Act):
    form, service, answer = forms.RecordAttendanceForm, services.record_attendance, serializers.AttendanceFacts
    status = HTTPStatus.CREATED

    def given(self, request, weekly_meeting_id, participant_id):
        meeting = trail.find(Meeting.objects.all(), by=request.user, pk=weekly_meeting_id)
        enrolment = Enrolment.objects.visible_to(request.user).of(participant_id).that_ran_on(meeting.held_on)
        if enrolment is None:
            raise Http404
        return {"meeting": meeting, "enrolment": enrolment, "at": timezone.now()}


class CorrectAttendance(Correction):
    form, service, answer = forms.CorrectAttendanceForm, services.correct_attendance, serializers.AttendanceFacts
    changed = "attendance"

    def given(self, request, attendance_id):
        attendance = trail.find(Attendance.objects.with_people(), by=request.user, pk=attendance_id)
        return {"attendance": attendance, "at": timezone.now()}


ONE = "meetings/<uuid:weekly_meeting_id>/"
urlpatterns = [
    path("meetings/", ViewMeetings.as_view(), name="view_meetings"),
    path("meetings/plan/", PlanMeeting.as_view(), name="plan_meeting"),
    path(ONE, ViewMeeting.as_view(), name="view_meeting"),
    path(f"{ONE}change/", ChangeMeeting.as_view(), name="change_meeting"),
    path(f"{ONE}call-off/", CallOffMeeting.as_view(), name="call_off_meeting"),
    path(f"{ONE}rest-attended/", RecordRestAttended.as_view(), name="record_rest_attended"),
    path(f"{ONE}attendance/<uuid:participant_id>/", RecordAttendance.as_view(), name="record_attendance"),
    path("attendance/<uuid:attendance_id>/correct/", CorrectAttendance.as_view(), name="correct_attendance"),
]
