"""Who ought to come before the court at a session, each with the reasons in words. The team chooses."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from callins.dtc import courses
from callins.dtc.models import DocketEntry, Enrolment, ProgramRules
from callins.dtc.program.status import Status
from callins.dtc.program.wording import said_day

FIRST_DAYS = 30  # Task force policy: whoever is new comes to every session
NOT_SEEN_DAYS = 28  # Task force policy: nobody stays away from the court for longer


@dataclass(frozen=True)
class Suggestion:
    enrolment: Enrolment
    reasons: tuple[str, ...]


def may_come(session):
    """Not on its docket yet: who is in the program, and who left it of late: the court still says so."""
    since = session.day - timedelta(days=NOT_SEEN_DAYS)
    of_late = Enrolment.objects.filter(Q(ended_on=None) | Q(ended_on__gte=since), enrolled_on__lte=session.day)
    return of_late.exclude(docket_entries__session=session).select_related("participant").order_by(*BY_NAME)


BY_NAME = ("participant__last_name", "participant__first_name", "pk")


def suggested(session, at) -> list[Suggestion]:
    """Those who may come and for whom something speaks; so many questions, however many they are."""
    enrolments = list(courses.with_events(may_come(session)))
    seen = DocketEntry.objects.of_enrolments(enrolments).last_seen(session.starts_at)
    configuration, today = ProgramRules.objects.as_configuration(), localdate(at)
    found = (
        (each, tuple(reasons(each, courses.status_of(each, today, configuration), seen.get(each.pk), session.day)))
        for each in enrolments
    )
    return [Suggestion(each, why) for each, why in found if why]


def others(session, suggestions):
    """Who may come as well, though nothing speaks for it."""
    return may_come(session).exclude(pk__in=[each.enrolment.pk for each in suggestions])


def reasons(enrolment, status: Status, seen_at, day):
    seen_on = localdate(seen_at) if seen_at else None
    if enrolment.ended_on:
        if seen_on is None or seen_on < enrolment.ended_on:
            yield f"{enrolment.get_ended_as_display()} on {said_day(enrolment.ended_on)}, not before the court since"
        return
    if status.eligible_since:
        yield f"Eligible for {status.eligible_for} since {said_day(status.eligible_since)}"
    for relapse in status.undecided:
        yield f"The relapse of {said_day(relapse.on)} is undecided"
    for response in enrolment.responses.all():
        if response.kind == response.Kind.SANCTION and response.closed_on is None:
            yield f"The sanction of {said_day(response.given_on)} is open"
    yield from time_speaks(enrolment, seen_on, day)


def time_speaks(enrolment, seen_on, day):
    in_program = (day - enrolment.enrolled_on).days
    if in_program < FIRST_DAYS:
        yield f"In the first {FIRST_DAYS} days, enrolled {said_day(enrolment.enrolled_on)}"
    elif (day - (seen_on or enrolment.enrolled_on)).days >= NOT_SEEN_DAYS:
        when = f"since {said_day(seen_on)}" if seen_on else "yet"
        yield f"Not seen in court {when}"
