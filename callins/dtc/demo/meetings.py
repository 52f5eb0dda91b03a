"""The weekly meeting, every Tuesday: planned ahead, so that everybody knows the next date, and entered that evening."""

from datetime import timedelta
from functools import partial

from callins.dtc import services
from callins.dtc.demo.people import admitted, enrolment_of, tess
from callins.dtc.models import Meeting
from dmi.diary import Act

FIRST, LAST = -32, 5  # weeks
TERM = 19  # weeks that are planned at once
CLOCK, PLACE = "17:30", "Mill Street, group room"
LEADERS = ("Ines Morrow", "Tess Quill")
ENTERED_AFTER = timedelta(minutes=75)


def diary(calendar):
    for number, week in enumerate(range(FIRST, LAST + 1, TERM)):
        at = calendar.moment(f"{week} Mon 09:00")
        yield Act(at, partial(plan, calendar.moment(f"{week} Tue {CLOCK}"), LEADERS[number], at))
    for week in range(FIRST, LAST + 1):
        starts_at = calendar.moment(f"{week} Tue {CLOCK}")
        entered_at = starts_at + ENTERED_AFTER
        for person, said in absent(f"{week} Tue"):
            yield Act(entered_at, partial(record, person, said, starts_at, entered_at))
        yield Act(entered_at + timedelta(minutes=1), partial(record_rest, starts_at, entered_at))


def absent(day):
    return [(person, said) for person in admitted() for said in person.get("absences", ()) if said["on"] == day]


def meeting_at(starts_at):
    return Meeting.objects.get(starts_at=starts_at)


def plan(starts_at, led_by, at):
    services.plan_meeting(by=tess(), starts_at=starts_at, place=PLACE, led_by=led_by, weeks=TERM, at=at)


def record(person, said, starts_at, at):
    services.record_attendance(
        by=tess(), meeting=meeting_at(starts_at), enrolment=enrolment_of(person), how=said["how"],
        excuse=said.get("excuse", ""), at=at,
    )  # fmt: skip


def record_rest(starts_at, at):
    services.record_rest_attended(by=tess(), meeting=meeting_at(starts_at), at=at)
