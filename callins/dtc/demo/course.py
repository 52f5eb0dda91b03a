"""What moves a course: pauses, prescriptions, tasks, responses, what was told, and what the team decided."""

from datetime import timedelta
from functools import partial

from django.utils.timezone import localdate

from callins.dtc import services
from callins.dtc.demo.people import admitted, enrolment_of, tess
from callins.dtc.models import Response
from dmi.diary import Act

DESK_HOURS = {"pauses": "10:05", "tasks": "15:10", "responses": "16:30", "told": "11:20", "decided": "13:00"}
DECISIONS = {
    "advance": services.advance_participant,
    "graduate": services.graduate_participant,
    "terminate": services.terminate_participant,
}


def diary(calendar):
    for number, person in enumerate(admitted()):
        for act in (*clock_of(person, calendar), *steps_of(person, calendar), *responses_to(person, calendar)):
            yield Act(act.at + timedelta(minutes=2 * number), act.do)


def on(calendar, day, what):
    return calendar.moment(f"{day} {DESK_HOURS[what]}")


def clock_of(person, calendar):
    """What the clock stands for, and what explains a test."""
    for said in person.get("pauses", ()):
        began_at, ended_at = on(calendar, said["began"], "pauses"), on(calendar, said["ended"], "pauses")
        yield Act(began_at, partial(begin_pause, person, said, began_at))
        yield Act(ended_at, partial(end_pause, person, ended_at))
    for said in person.get("prescriptions", ()):
        at = on(calendar, said["from"], "pauses")
        yield Act(at, partial(log_prescription, person, said, at))


def steps_of(person, calendar):
    for task, day in person.get("tasks", ()):
        at = on(calendar, day, "tasks")
        yield Act(at, partial(complete_task, person, task, at))
    for said in person.get("told", ()):
        at = on(calendar, said["told"], "told")
        yield Act(at, partial(log_self_report, person, said, calendar.day(said["used"]), at))
    for said in person.get("decided", ()):
        at = on(calendar, said["on"], "decided")
        yield Act(at, partial(decide, person, said, at))


def responses_to(person, calendar):
    for said in person.get("responses", ()):
        at = on(calendar, said["given"], "responses")
        yield Act(at, partial(log_response, person, said, calendar.day(said["behaved"]), at))
        if "closed" in said:
            closed_at = on(calendar, said["closed"], "responses")
            yield Act(closed_at, partial(close_sanction, person, closed_at))


def begin_pause(person, said, at):
    services.begin_pause(
        by=tess(), enrolment=enrolment_of(person), kind=said["kind"], began_on=localdate(at), where=said["where"], at=at
    )


def end_pause(person, at):
    services.end_pause(by=tess(), enrolment=enrolment_of(person), ended_on=localdate(at), at=at)


def log_prescription(person, said, at):
    services.log_prescription(
        by=tess(), enrolment=enrolment_of(person), medicine=said["medicine"], shows_as=said["shows_as"],
        prescriber=said["prescriber"], from_on=localdate(at), at=at,
    )  # fmt: skip


def complete_task(person, task, at):
    services.complete_task(by=tess(), enrolment=enrolment_of(person), task=task, done_on=localdate(at), at=at)


def log_self_report(person, said, used_on, at):
    services.log_self_report(
        by=tess(), enrolment=enrolment_of(person), used_on=used_on, substance=said["substance"], words=said["words"],
        at=at,
    )  # fmt: skip


def decide(person, said, at):
    DECISIONS[said["kind"]](
        by=tess(), enrolment=enrolment_of(person), decided_on=localdate(at), why=said["why"], at=at
    )  # fmt: skip


def log_response(person, said, behaved_on, at):
    services.log_response(
        by=tess(), enrolment=enrolment_of(person), kind=said["kind"], behaviour=said["behaviour"],
        behaved_on=behaved_on, response=said["response"], given_on=localdate(at), at=at,
    )  # fmt: skip


def close_sanction(person, at):
    response = Response.objects.of(enrolment_of(person)).open().get()
    services.close_sanction(by=tess(), response=response, closed_on=localdate(at), at=at)
