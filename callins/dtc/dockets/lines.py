"""A session's docket line by line: all of it for the team; for the court what a consent in force carries."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from callins.dtc import courses
from callins.dtc.dockets import told
from callins.dtc.models import Consent, DocketEntry, ProgramRules
from callins.dtc.program.status import Status


@dataclass(frozen=True)
class Line:
    entry: DocketEntry
    status: Status
    whole: told.Told  # what a consent to the docket would carry
    consent: Consent | None  # under which the court is told at this minute
    why_not: str  # why it is told nothing

    @property
    def told(self) -> told.Told | None:
        """To the court."""
        if self.consent is None:
            return None
        is_whole = self.consent.scope == Consent.Scope.DOCKET
        return self.whole if is_whole else told.Told(self.whole.word)

    @property
    def scope(self) -> str:
        if self.consent is None:
            return ""
        return told.DOCKET_SCOPE if self.consent.scope == Consent.Scope.DOCKET else told.STATUS_SCOPE


def lines_for(officer, session, at) -> list[Line]:
    """Of whom the officer may see. As of the session's day once it is over: then the docket says what it said.

    Six questions for the people and as many for their events, however many they are.
    """
    rows = DocketEntry.objects.visible_to(officer).of(session).with_people()
    entries = list(rows.prefetch_related(*(f"enrolment__{each}" for each in courses.ROWS)))
    enrolments = [entry.enrolment for entry in entries]
    seen = DocketEntry.objects.of_enrolments(enrolments).last_seen(session.starts_at)
    consents = by_participant(
        Consent.objects.to_the_court().filter(participant__in=[each.participant_id for each in enrolments])
    )
    configuration, on = ProgramRules.objects.as_configuration(), min(localdate(at), session.day)
    for entry in entries:
        entry.session = session
    return [
        line_of(entry, consents.get(entry.enrolment.participant_id, []), seen, configuration, on, at)
        for entry in entries
    ]


def by_participant(consents) -> dict:
    found: dict = {}
    for consent in consents:
        found.setdefault(consent.participant_id, []).append(consent)
    return found


def line_of(entry, consents, seen, configuration, on, at: datetime) -> Line:
    enrolment = entry.enrolment
    status = courses.status_of(enrolment, on, configuration)
    since = localdate(seen[enrolment.pk]) if enrolment.pk in seen else enrolment.enrolled_on
    whole = told.by_docket(status, since, enrolment.responses.all(), entry.recommendation)
    consent = widest([each for each in consents if each.is_in_force(at)])
    return Line(entry, status, whole, consent, "" if consent else why_not(consents, at))


def widest(consents) -> Consent | None:
    """Of several the one that carries the whole docket, then the last signed."""
    return max(consents, key=lambda each: (each.scope == Consent.Scope.DOCKET, each.signed_on), default=None)


def why_not(consents, at) -> str:
    """In words, of the last one signed."""
    last = max(consents, key=lambda each: each.signed_on, default=None)
    return last.why_not(at) if last else "No consent to the court is on file. Have one signed."
