"""Participants as the tests need them, through the services; who calls stands behind the wall."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from callins.dtc import services
from callins.dtc.models import Meeting
from callins.dtc.program.configuration import PHASES
from callins.dtc.program.phases import as_said
from dmi.accounts.compartment import treatment
from dmi.accounts.models import User
from dmi.accounts.roles import Role

NEW_YEAR = date(2026, 1, 1)


def noon(number):
    """Noon in Vermont on the day of that number after New Year."""
    return datetime.combine(NEW_YEAR + timedelta(days=number), time(17), UTC)


def day(number):
    return NEW_YEAR + timedelta(days=number)


def enrolled(tess, **facts):
    """With a file, a consent to the court and a docket number."""
    person = {"last_name": "Bexley", "first_name": "Shawna", "date_of_birth": date(1994, 5, 2)}
    said = {"offence": "possession", "enrolled_on": NEW_YEAR, "docket": "26-CR-0118", "at": noon(0), **facts}
    named = {name: said.pop(name, usual) for name, usual in person.items()}
    participant = services.open_file(by=tess, at=said["at"], **named)
    consented(participant, tess, is_to_court=True, at=said["at"])
    return services.enrol_participant(by=tess, participant=participant, **said)


def attended(enrolment, by, *numbers, how="attended"):
    for number in numbers:
        services.record_attendance(
            by=by, meeting=met(number, enrolment.by), enrolment=enrolment, how=how, at=noon(number),
            excuse="In court" if how == "excused" else "",
        )  # fmt: skip


def met(number, by):
    """The meeting of that day at noon, planned where nobody has."""
    known = Meeting.objects.standing().at_one_of([noon(number)]).first()
    return known or planned(by, number)


def met_once(enrolment, by):
    """A meeting with one entry: {"weekly_meeting_id", "attendance_id"}."""
    attended(enrolment, by, 1)
    entry = enrolment.attendances.get()
    return {"weekly_meeting_id": entry.meeting_id, "attendance_id": entry.pk}


def planned(by, number, **facts):
    said = {"starts_at": noon(number), "place": "Grange Hall", "led_by": "Tess Quill", "at": noon(number)}
    return services.plan_meeting(by=by, **{**said, **facts})


def given(enrolment, by, number, *findings):
    """Ordered, given and found on one day: (finding, substance) each."""
    test = services.order_test(by=by, enrolment=enrolment, why="cause", specimen="urine", at=noon(number))
    services.record_collection(by=by, test=test, collected_at=noon(number), panel=["fentanyl"], at=noon(number))
    for finding, substance in findings:
        services.record_result(
            by=by, test=test, finding=finding, substance=substance, found_on=day(number), source="L-26-118",
            at=noon(number),
        )  # fmt: skip
    return test


def prescribed(enrolment, by, number, *, shows_as="buprenorphine", since=0, until=None):
    """Logged on the day of that number, good since the day of another."""
    return services.log_prescription(
        by=by, enrolment=enrolment, medicine="Suboxone", shows_as=[shows_as], prescriber="Dr. Vale", from_on=day(since),
        until_on=day(until) if until else None, at=noon(number),
    )  # fmt: skip


def paused(enrolment, by, since, until=None, kind="custody"):
    services.begin_pause(by=by, enrolment=enrolment, kind=kind, began_on=day(since), at=noon(since))
    if until:
        services.end_pause(by=by, enrolment=enrolment, ended_on=day(until), at=noon(until))
    return enrolment.pauses.last()


def sanctioned(enrolment, by, number):
    return services.log_response(
        by=by, enrolment=enrolment, kind="sanction", behaviour="Late for a meeting", behaved_on=day(number - 2),
        response="An essay", given_on=day(number), at=noon(number),
    )  # fmt: skip


def consented(participant, by, **facts):
    """Under 2.35: status to court and prosecutor."""
    said = {
        "rule": "2.35", "scope": "status", "discloser": "Treatment court team", "recipients": "Court and prosecutor",
        "purpose": "To supervise the plea", "signed_on": NEW_YEAR, "signed_by": "Shawna Bexley",
        "revocable_from": "Final disposition", "at": noon(0),
    }  # fmt: skip
    return services.record_consent(by=by, participant=participant, **{**said, **facts})


def told(enrolment, by, number, says="complying", **facts):
    """A status under a consent of its own, to the officers that `facts` name."""
    consent = consented(enrolment.participant, by, **facts)
    report = services.report_status(by=by, consent=consent, says=says, at=noon(number))
    return {"consent_id": consent.pk, "status_report_id": report.pk}


def in_session(by, starts_at, **facts):
    said = {"courtroom": "Courtroom 2", "judge": "Judge Marlowe", "at": starts_at - timedelta(days=7)}
    return services.plan_session(by=by, starts_at=starts_at, **{**said, **facts})


def docketed(by, *enrolments, starts_at=None):
    """A session with them on its docket, tomorrow if nothing else is said: {"session_id", "docket_entry_id"}."""
    now = timezone.now()
    session = in_session(by, starts_at or now + timedelta(days=1))
    services.add_to_docket(by=by, session=session, enrolments=enrolments, at=min(now, session.starts_at))
    return {"session_id": session.pk, "docket_entry_id": session.entries.first().pk}


def ruled(by, **facts):
    """Rules whose day is far off: longer hours for urine."""
    said = {"from_on": date(2099, 1, 1), "phases": as_said(PHASES), "urine_hours": 12, "why": "The team’s vote"}
    return services.change_rules(by=by, **{**said, "at": noon(1), **facts})


def with_plan(enrolment, by, number):
    """A need, a step and a referral on the plan: their ids."""
    now = {"by": by, "enrolment": enrolment, "at": noon(number)}
    assessment = services.assess_needs(assessed_on=day(number), needs=["homelessness", "work"], **now)
    step = services.add_plan_step(words="Find a room", sees_to_it="Shawna", due_on=day(number + 14), **now)
    referral = services.refer_participant(
        provider="Otter Valley Clinic", service="Counselling", referred_on=day(number), **now
    )
    need = assessment.needs.get(area="homelessness")
    return {"need_id": need.pk, "plan_step_id": step.pk, "referral_id": referral.pk}


def course_of(by=None):
    """Something under every address of treatment court, for the tables of doors."""
    with treatment():
        tess = by or User.objects.create(badge="t-course", roles=[Role.TREATMENT], full_name="Tess Quill")
        enrolment = enrolled(tess)
        test = given(enrolment, tess, 3)
        return {
            "participant_id": enrolment.participant_id,
            "drug_test_id": test.pk,
            **met_once(enrolment, tess),
            "response_id": sanctioned(enrolment, tess, 4).pk,
            **told(enrolment, tess, 5),
            **docketed(tess, enrolment),
            "prescription_id": prescribed(enrolment, tess, 1).pk,
            "pause_id": paused(enrolment, tess, 5, 6).pk,
            **with_plan(enrolment, tess, 5),
            "rules_id": ruled(tess).pk,
        }
