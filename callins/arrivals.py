"""The door on the evening: who is expected, who is here, and what can be entered at this moment."""

import hashlib
from dataclasses import dataclass

from django.utils.timezone import localtime

from callins import evening
from callins.models import CallIn, Invitation

Outcome = Invitation.Outcome
ABSENCES = [choice for choice in Outcome.choices if choice[0] in evening.ABSENT]  # the buttons for who is not here
TILES = (
    (Outcome.PENDING, "still to come"),
    (Outcome.ATTENDED, "here"),
    (Outcome.EXCUSED, "excused"),
    (Outcome.IN_CUSTODY, "in custody"),
    (Outcome.NO_SHOW, "did not come"),
)


@dataclass(frozen=True)
class Door:
    people: list[Invitation]
    why_shut: str  # why nothing can be tapped now, in words; empty during the evening
    is_over: bool  # the evening is, but what stands on paper may still be entered with its time
    version: str  # the same as long as nobody's outcome changes
    absences = ABSENCES

    @property
    def counts(self):
        """As (outcome, words, how many)."""
        said = [person.outcome for person in self.people]
        return [(outcome, words, said.count(outcome)) for outcome, words in TILES]


def door(call_in, officer, at):
    rows = Invitation.objects.visible_to(officer).of(call_in).standing().with_people()
    people = list(rows.select_related("offer"))
    shut = why_shut(call_in, at)
    is_over = bool(shut) and call_in.ends_at < at and not call_in.is_over
    return Door(people, shut, is_over, version_of(people, shut))


def why_shut(call_in, at):
    if call_in.state == CallIn.State.CALLED_OFF:
        return "This call-in was called off; nobody is received."
    if call_in.state == CallIn.State.CLOSED:
        return "This call-in is closed; what was entered stands."
    why_not = evening.why_not(str(Outcome.PENDING), *map(localtime, (at, call_in.starts_at, call_in.ends_at)))
    is_over = why_not and call_in.ends_at < at
    return "The evening is over. What stands on paper is entered with its time." if is_over else why_not


def version_of(people, shut):
    said = "".join(f"{person.pk}{person.outcome}{person.outcome_at}{person.companion}" for person in people)
    return hashlib.sha256(f"{shut}{said}".encode()).hexdigest()[:16]
