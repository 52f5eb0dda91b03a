"""The weekly meeting, and who was there."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import meetings as forms
from callins.dtc.forms.base import as_it_stands
from callins.dtc.models import Attendance, Enrolment, Meeting
from callins.dtc.roomful import next_hour, roomful
from dmi.audit import trail
from dmi.forms import ActionForm

PAGE = 20
UNCHANGED = 204  # htmx leaves the page as it is


def found(request, weekly_meeting_id):
    return trail.find(Meeting.objects.all(), by=request.user, pk=weekly_meeting_id)


def filled(request, form_class, **facts):
    return form_class(request.POST if request.method == "POST" else None, officer=request.user, **facts)


def act(request, form, service, /, *, done, back, **given):
    """Done, to the meeting; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **given):
        messages.success(request, done)
        return redirect(back or form.record)
    return render(request, f"dtc/{request.resolver_match.url_name}.html", {"form": form, "back": back, **given})


@walled("dtc.view_meetings")
@require_GET
def view_meetings(request):
    """Those to come, and those that were with how many came."""
    trail.enter(request.user, "dtc.view_meetings", trail.Outcome.READ)
    meetings, today = Meeting.objects.visible_to(request.user), timezone.localdate()
    form = forms.NarrowMeetingsForm(request.GET)
    past = Paginator(form.narrow(meetings.before_day(today).with_counts()), PAGE).get_page(request.GET.get("page"))
    shown = {
        "coming": meetings.from_day(today).with_counts(), "page": past, "form": form, "today": today,
        "is_narrowed": bool(form["which"].value()),
    }  # fmt: skip
    return render(request, "dtc/view_meetings.html", shown)


@walled("dtc.view_meeting")
@require_GET
def view_meeting(request, weekly_meeting_id):
    """The room. Another tablet asks again by htmx, and is given who was recorded since; typed reasons stay."""
    if request.htmx:
        meeting = found(request, weekly_meeting_id)
        room = roomful(meeting, request.user, timezone.now())
        if room.version == request.GET.get("seen"):
            return HttpResponse(status=UNCHANGED)
        return render(request, "dtc/_room_since.html", {"room": room})
    meeting = trail.read(Meeting.objects.all(), by=request.user, verb="dtc.view_meeting", pk=weekly_meeting_id)
    room = roomful(meeting, request.user, timezone.now())
    return render(request, "dtc/view_meeting.html", {"meeting": meeting, "room": room, "excuses": forms.EXCUSES})


@walled("dtc.plan_meeting")
def plan_meeting(request):
    """Filled in as the last one was, a week later."""
    form = filled(request, forms.PlanMeetingForm, initial=next_hour(request.user, timezone.now()))
    done = "It is planned; everybody's next date stands on the room's screen."
    return act(request, form, services.plan_meeting, done=done, back=None)


@walled("dtc.change_meeting")
def change_meeting(request, weekly_meeting_id):
    meeting = found(request, weekly_meeting_id)
    form = filled(request, forms.ChangeMeetingForm, initial=as_it_stands(meeting))
    done = "The meeting is changed; tell everybody."
    return act(request, form, services.change_meeting, done=done, back=meeting, meeting=meeting)


@walled("dtc.call_off_meeting")
def call_off_meeting(request, weekly_meeting_id):
    meeting = found(request, weekly_meeting_id)
    form = filled(request, forms.CallOffMeetingForm)
    done = "It is called off; everybody in the program that day is excused."
    return act(request, form, services.call_off_meeting, done=done, back=meeting, meeting=meeting)


@walled("dtc.record_attendance")
def record_attendance(request, weekly_meeting_id, participant_id):
    """One tap: by htmx the person's row and the count come back, without script the room."""
    meeting = found(request, weekly_meeting_id)
    enrolment = enrolment_at(request, meeting, participant_id)
    form = filled(request, forms.RecordAttendanceForm)
    given = {"meeting": meeting, "enrolment": enrolment}
    if not (request.htmx and request.method == "POST"):
        return act(request, form, services.record_attendance, done="Saved.", back=meeting, **given)
    form.submit(services.record_attendance, by=request.user, at=timezone.now(), **given)
    room = roomful(meeting, request.user, timezone.now())
    shown = {"room": room, "row": room.row(enrolment), "form": form, "excuses": forms.EXCUSES}
    return render(request, "dtc/_room_answer.html", shown)


def enrolment_at(request, meeting, participant_id):
    """The admission that ran that day; where none did, the last one, and the service says why it is refused."""
    admissions = Enrolment.objects.visible_to(request.user).of(participant_id).with_people()
    enrolment = admissions.that_ran_on(meeting.held_on)
    if enrolment is None:
        raise Http404
    return enrolment


@walled("dtc.record_rest_attended")
def record_rest_attended(request, weekly_meeting_id):
    """Names first: one tap for so many is not to be a slip of the thumb."""
    meeting = found(request, weekly_meeting_id)
    form = filled(request, ActionForm)
    if request.method == "POST" and form.submit(
        services.record_rest_attended, by=request.user, meeting=meeting, at=timezone.now()
    ):
        messages.success(request, f"Marked attended: {form.record}.")
        return redirect(meeting)
    shown = {"form": form, "meeting": meeting, "back": meeting, "left": meeting.people_left().visible_to(request.user)}
    return render(request, "dtc/record_rest_attended.html", shown)


@walled("dtc.correct_attendance")
def correct_attendance(request, attendance_id):
    attendance = trail.find(Attendance.objects.with_people(), by=request.user, pk=attendance_id)
    form = filled(request, forms.CorrectAttendanceForm, initial=as_it_stands(attendance))
    done = "Corrected. The history keeps what stood there."
    back = attendance.meeting
    return act(request, form, services.correct_attendance, done=done, back=back, attendance=attendance)
