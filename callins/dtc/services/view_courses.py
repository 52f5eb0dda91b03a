from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from callins.dtc.courses import at_midnight, status_of, with_events
from callins.dtc.models import Consent, Disclosure, Enrolment, Meeting, ProgramRules
from dmi.audit.trail import on_the_record


@dataclass(frozen=True)
class Course:
    """All that a liaison is told of somebody."""

    name: str
    phase: int
    day: int
    next_meeting: datetime | None


@on_the_record
def view_courses(*, by, at):
    """Phase, day and next meeting of everybody in the program whose consent names this liaison and is in force at this
    minute. To show it is to tell it: the account has a line for each person, once a day (42 CFR 2.32, 2.33).
    """
    consents = named_in(Consent.objects.of_courses().naming(by).in_force(at))
    enrolments = with_events(Enrolment.objects.open()).filter(participant__in=consents)
    account_for([consents[each.participant_id] for each in enrolments], by=by, at=at)
    configuration, meeting = ProgramRules.objects.as_configuration(), Meeting.objects.standing().after(at).first()
    courses = [course_of(each, status_of(each, localdate(at), configuration), meeting) for each in enrolments]
    return sorted(courses, key=lambda course: course.name.casefold())


def named_in(consents):
    """By participant, held to the end: a revocation of the same minute comes before or after, never between."""
    return {consent.participant_id: consent for consent in consents.select_for_update(of=("self",))}


def course_of(enrolment, status, meeting):
    return Course(str(enrolment.participant), status.phase, status.day, meeting.starts_at if meeting else None)


def account_for(consents, *, by, at):
    told = Disclosure.objects.of_courses_to(by, at_midnight(localdate(at))).values_list("participant", flat=True)
    known = set(told)
    Disclosure.objects.bulk_create(
        Disclosure(
            participant_id=consent.participant_id, consent=consent, recipients=by.name_with_rank,
            what="Phase, day and next meeting", by=by, at=at,
        ) for consent in consents if consent.participant_id not in known
    )  # fmt: skip
