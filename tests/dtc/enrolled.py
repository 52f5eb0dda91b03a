"""Participants as the tests need them, through the services; who calls stands behind the wall."""

from datetime import UTC, date, datetime, time, timedelta

from callins.dtc import services
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
            by=by, enrolment=enrolment, starts_at=noon(number), place="Grange Hall", how=how, at=noon(number),
            excuse="In court" if how == "excused" else "",
        )  # fmt: skip


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


def course_of(by=None):
    """Something under every address of treatment court, for the tables of doors."""
    with treatment():
        tess = by or User.objects.create(badge="t-course", roles=[Role.TREATMENT], full_name="Tess Quill")
        enrolment = enrolled(tess)
        test = given(enrolment, tess, 3)
        return {
            "participant_id": enrolment.participant_id,
            "drug_test_id": test.pk,
            "response_id": sanctioned(enrolment, tess, 4).pk,
            "consent_id": consented(enrolment.participant, tess).pk,
        }
