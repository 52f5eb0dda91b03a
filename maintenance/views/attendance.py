"""Who sits at the table."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import services
from maintenance.forms import meetings as forms
from maintenance.models import Meeting, MeetingAttendance


@permitted("maintenance.note_attendance")
def note_attendance(request, meeting_id):
    """Who was there last time is one tap each; anybody else by the form."""
    meeting = trail.find(Meeting.objects.with_people().with_attendances(), by=request.user, pk=meeting_id)
    form = forms.NoteAttendanceForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.note_attendance, by=request.user, meeting=meeting, at=timezone.now()
    ):
        return redirect("maintenance:note_attendance", meeting.pk)
    shown = {"form": form, "meeting": meeting, "usual": usual_at(meeting, request.user)}
    return render(request, "maintenance/note_attendance.html", shown)


def usual_at(meeting, officer):
    """Of the meeting before, whoever is not on the list yet."""
    before = Meeting.objects.visible_to(officer).before(meeting)
    last = list(MeetingAttendance.objects.visible_to(officer).of_meeting(before).with_officer()) if before else []
    there = {who(each) for each in meeting.present}
    return [each for each in last if who(each) not in there]


def who(attendance):
    return attendance.officer_id or (attendance.name.casefold(), attendance.agency.casefold())


@permitted("maintenance.strike_attendance")
@require_POST
def strike_attendance(request, meeting_id, presence_id):
    attendance = trail.find(
        MeetingAttendance.objects.with_officer().select_related("meeting"), by=request.user,
        pk=presence_id, meeting=meeting_id,
    )  # fmt: skip
    form = ActionForm(request.POST)
    if not form.submit(services.strike_attendance, by=request.user, attendance=attendance):
        messages.error(request, form.non_field_errors()[0])
    return redirect("maintenance:note_attendance", meeting_id)
