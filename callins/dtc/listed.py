"""The participants as they are listed: by the rows as they are kept, since to follow every course of a page from its
events would take longer than the page may.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.timezone import localdate

from callins.dtc.courses import Tested, outcome_of
from callins.dtc.models import Attempt, DrugTest, Enrolment, Meeting, ProgramRules, Response
from callins.dtc.program.pauses import Standstill
from callins.dtc.program.status import LEFT, Standing


@dataclass(frozen=True)
class Listed:
    enrolment: Enrolment
    attempt: Attempt  # that runs, or the last one
    standing: Standing
    day: int
    earliest_graduation: date | None  # None where the program was left
    next_meeting: Meeting | None  # None where nobody can be held to it
    last_test: Tested | None
    sanctions: int  # that are open

    @property
    def is_open(self):
        return self.enrolment.is_open


def listed(enrolments, officer, at):
    """Each enrolment of a page with what its row shows. So many questions to the database, however many they are."""
    rows = [each for each in with_kept_rows(enrolments) if each.attempts.all()]
    on, configuration = localdate(at), ProgramRules.objects.visible_to(officer).as_configuration()
    meeting = Meeting.objects.visible_to(officer).standing().after(at).first()
    tests = {test.enrolment_id: test for test in DrugTest.objects.visible_to(officer).last_of(rows)}
    return [row_of(each, tests.get(each.pk), on, configuration, meeting) for each in rows]


def with_kept_rows(enrolments):
    """The same rows, in their order, with attempts, pauses and open sanctions."""
    kept = Enrolment.objects.with_people().prefetch_related(
        "attempts", "pauses", Prefetch("responses", Response.objects.open(), "open_sanctions")
    )
    found = kept.in_bulk([each.pk for each in enrolments])
    return [found[each.pk] for each in enrolments]


def row_of(enrolment, test, on, configuration, meeting):
    attempt = list(enrolment.attempts.all())[-1]
    standstill = Standstill.of(enrolment.pauses.all(), on)
    standing = standing_of(enrolment, standstill, on)
    total = configuration.in_force(attempt.started_on).total
    return Listed(
        enrolment, attempt, standing,
        attempt.credit + standstill.counted(attempt.counts_from, min(on, enrolment.ended_on or on)),
        standstill.after(attempt.counts_from, total - attempt.credit) if enrolment.is_open else None,
        meeting if standing == Standing.OPEN else None,
        Tested(test, outcome_of(test)) if test else None,
        len(enrolment.open_sanctions),
    )  # fmt: skip


def standing_of(enrolment, standstill, on):
    if enrolment.is_open:
        return Standing.PAUSED if standstill.covers(on) else Standing.OPEN
    return next(standing for ending, standing in LEFT if ending == enrolment.ended_as)
