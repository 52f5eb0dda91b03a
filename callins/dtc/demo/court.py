"""The court sits every Thursday: whoever ought to come is on the docket, some are recommended on and ordered; and the
words that are told to the prosecutor between the sessions, each under its consent."""

from datetime import timedelta
from functools import partial

from callins.dtc import services
from callins.dtc.demo.people import CLERK, admitted, participant_of, tess
from callins.dtc.dockets import suggested
from callins.dtc.models import Consent, DocketEntry, DocketSession
from dmi.accounts.demo import officer
from dmi.diary import Act

FIRST, LAST = -6, 2  # weeks
COURTROOM, JUDGE = "Courtroom 2", "Hon. R. Marlowe"
SITS, PLANNED, DRAWN_UP, ORDERED, REPORTED = "14:00", "09:10", "16:20", "15:40", "16:45"
CARRY_ON = "Carry on as before."


def diary(calendar):
    planned_at = calendar.moment(f"{FIRST - 2} Mon {PLANNED}")
    for week in range(FIRST, LAST + 1):
        starts_at = calendar.moment(f"{week} Thu {SITS}")
        at = planned_at + timedelta(minutes=week - FIRST)
        yield Act(at, partial(plan, starts_at, at))
        drawn_up_at = calendar.moment(f"{week - 1} Fri {DRAWN_UP}")
        yield Act(drawn_up_at, partial(draw_up, starts_at, told_of(f"{week} Thu"), drawn_up_at))
        ordered_at = calendar.moment(f"{week} Thu {ORDERED}")
        yield Act(ordered_at, partial(order, starts_at, ordered_at))
    last_printed_at = calendar.moment("-1 Thu 12:30")
    yield Act(last_printed_at, partial(print_docket, calendar.moment(f"-1 Thu {SITS}"), last_printed_at))
    for person in admitted():
        for said in person.get("reports", ()):
            at = calendar.moment(f"{said['on']} {REPORTED}")
            yield Act(at, partial(report, person, said["says"], at))


def told_of(day):
    """What the team recommends that day, by the participant's last name."""
    return {
        person["last"]: said["recommends"]
        for person in admitted()
        for said in person.get("court", ())
        if said["on"] == day
    }  # fmt: skip


def session_at(starts_at):
    return DocketSession.objects.get(starts_at=starts_at)


def plan(starts_at, at):
    services.plan_session(by=tess(), starts_at=starts_at, courtroom=COURTROOM, judge=JUDGE, at=at)


def draw_up(starts_at, recommended, at):
    """Everybody for whom something speaks; a word of the team where it has one."""
    session = session_at(starts_at)
    enrolments = [each.enrolment for each in suggested(session, at)]
    if not enrolments:
        return
    services.add_to_docket(by=tess(), session=session, enrolments=enrolments, at=at)
    for entry in DocketEntry.objects.of(session).with_people():
        words = recommended.get(entry.enrolment.participant.last_name, CARRY_ON)
        services.recommend(by=tess(), entry=entry, recommendation=words, at=at)


def order(starts_at, at):
    for entry in DocketEntry.objects.of(session_at(starts_at)).with_people():
        services.record_order(by=officer(CLERK), entry=entry, order="So ordered. Next Thursday.", at=at)


def print_docket(starts_at, at):
    services.download_docket(by=officer(CLERK), session=session_at(starts_at), at=at)


def report(person, says, at):
    consent = Consent.objects.of(participant_of(person)).get(scope=Consent.Scope.STATUS)
    services.report_status(by=tess(), consent=consent, says=says, at=at)
