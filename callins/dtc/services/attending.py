"""What the verbs of a meeting have in common."""

from datetime import timedelta

from django.utils.timezone import localdate, localtime

from callins.dtc.models import Attendance, Meeting
from callins.dtc.program.events import Attendance as How
from callins.dtc.program.wording import said_day
from dmi.errors import RuleBroken

FURTHEST = timedelta(days=366)  # what lies further, ahead or back, is a mistyped year


def check_year(starts_at, at):
    if abs(starts_at - at) > FURTHEST:
        raise RuleBroken(f"{said_day(localdate(starts_at))} is more than a year from today; look at the year.")


def check_free(moments, besides=None):
    """Refused: another meeting that stands at one of these hours."""
    taken = Meeting.objects.standing().at_one_of(moments).exclude(pk=besides.pk if besides else None)
    days = ", ".join(said_day(meeting.held_on) for meeting in taken.order_by("starts_at"))
    if days:
        raise RuleBroken(f"A meeting is planned for that hour already: {days}.")


def check_standing(meeting):
    if not meeting.is_standing:
        raise RuleBroken(f"This meeting was called off: {meeting.called_off_why}. Nobody is held to it.")


def check_not_recorded(meeting, enrolment):
    """Of two who record the same person the second is told what the first said."""
    known = Attendance.objects.at_meeting(meeting).with_people().filter(enrolment=enrolment).first()
    if known:
        raise RuleBroken(f"{enrolment} is recorded already: {told(known)}. Correct it where that is wrong.")


def told(attendance):
    """attended, by R. Malloy at 18:04."""
    why = f", {attendance.excuse}" if attendance.excuse else ""
    return f"{attendance.how}{why}, by {attendance.by} at {localtime(attendance.at):%H:%M}"


def check_held_to(enrolment, how, on):
    """Refused: to hold against somebody what fell into a pause."""
    pause = enrolment.pauses.filter(began_on__lte=on).exclude(ended_on__lte=on).first()
    if pause and how == How.MISSED:
        raise RuleBroken(f"{enrolment} was paused that day ({pause.kind}) and is not held to the meeting.")


def check_took_place(meeting):
    if meeting.attendances.filter(how=How.ATTENDED).exists():
        raise RuleBroken("Somebody attended, so it took place. Correct that first where it is wrong.")


def excuse_all(meeting, enrolments, *, by, at):
    """Whoever was not recorded, and whoever was said to have missed it, is excused for the reason of the meeting."""
    said = {"how": How.EXCUSED, "excuse": meeting.called_off_why, "by": by, "at": at}
    for missed in Attendance.objects.at_meeting(meeting).missed():
        set_to(missed, corrected_why="The meeting was called off.", **said)
    known = set(meeting.attendances.values_list("enrolment_id", flat=True))
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, enrolment=each, **said) for each in enrolments if each.pk not in known
    )


def excuse_from_called_off(enrolment, *, by, at):
    """Who is enrolled after a meeting was called off, and would have been held to it, is excused like all others."""
    for meeting in Meeting.objects.called_off().from_day(enrolment.enrolled_on):
        excuse_all(meeting, [enrolment], by=by, at=at)


def set_to(attendance, **said):
    for name, value in said.items():
        setattr(attendance, name, value)
    attendance.save()
