"""The conditions that the table of transitions names. Each answers why not, in words; nothing when it holds.

The first sentence of each says the condition itself: the page of states and docs/cases.md show it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from dealers.cases import evidence
from dealers.cases.rules import FILED_DAYS, is_waived
from dealers.cases.states import BY_VERB, State


@dataclass(frozen=True)
class Attempt:
    """Who tries to move a case on, when, and what was said besides."""

    by: Any
    at: datetime
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def today(self):
        return localdate(self.at)


def evidence_is_complete(case, attempt):
    """Every line of the checklist is done."""
    to_do = evidence.missing(case)
    return f"Not evidence-ready yet. {' '.join(to_do)}" if to_do else ""


def lab_is_positive_or_excused(case, attempt):
    """The laboratory found a regulated drug, or the prosecutor writes why the case stands without."""
    if attempt.said["without_lab"] or evidence.is_positive(case):
        return ""
    return "No positive result of the laboratory is on record. Write why the case stands without it, or return it."


def limitation_ahead(case, attempt):
    """The last day on which the prosecution may commence is still to come."""
    if case.last_day is None or case.last_day > attempt.today:
        return ""
    return f"The last day is {case.last_day:%-d %b %Y}; without a waiver there is nothing left to bank."


def limitation_runs(case, attempt):
    """The last day on which the prosecution may commence has not gone by."""
    if case.last_day is None or case.last_day >= attempt.today:
        return ""
    return f"The limitation ran out on {case.last_day:%-d %b %Y}; without a waiver no prosecution follows from this."


def has_a_trigger(case, attempt):
    """Something broke the promise after the case was banked: a new buy, a new arrest, verified dealing."""
    happened_at = attempt.said["happened_at"]
    if happened_at > attempt.at:
        return "This has not happened yet; check day and time."
    if localdate(happened_at) < case.banked_on:
        return f"The case is banked since {case.banked_on:%-d %b %Y}; only what happened since breaks the promise."
    return ""


def decided_by_another(case, attempt):
    """Somebody other than who asked decides."""
    trigger = case.open_trigger
    if trigger and trigger.requested_by_id == attempt.by.pk:
        return "You asked for this activation; somebody else decides on it."
    return ""


def time_is_left_or_vouched_for(case, attempt):
    """There is time to commence the prosecution; in its last days the prosecutor gives the word that there is."""
    if case.commence_by is None or attempt.today <= case.commence_by:
        return ""
    if attempt.today > case.last_day:
        return f"The limitation ran out on {case.last_day:%-d %b %Y}; without a waiver it is too late to activate."
    if not attempt.by.has_perm("cases.approve_case"):
        return f"It should have commenced by {case.commence_by:%-d %b %Y}; only a prosecutor can activate it now."
    if not attempt.said["vouched_for_time"]:
        return f"It should have commenced by {case.commence_by:%-d %b %Y}; give your word that there is still time."
    return ""


def not_too_late_or_waived(case, attempt):
    """The prosecution commenced within the limitation of every count, or a waiver covers its day."""
    on, last = attempt.said["commenced_on"], case.limit_of_counts
    waivers = [(waiver.signed_on, waiver.until_on) for waiver in case.waivers.all()]
    if last is None or on <= last or is_waived(on, waivers):
        return ""
    return (
        f"The limitation ran out on {last:%-d %b %Y} and a late prosecution is void. Record a waiver that the "
        "defendant signed and the prosecution consents to; else there is no charge."
    )


def limitation_passed(case, attempt):
    """The last day, waivers counted, has gone by a week ago: what was filed on it could be recorded."""
    if case.last_day and case.last_day < attempt.today - timedelta(days=FILED_DAYS):
        return ""
    return "The limitation has not run out, or a filing of its last day may still be recorded."


GUARDS = {
    guard.__name__: guard
    for guard in (
        evidence_is_complete, lab_is_positive_or_excused, limitation_ahead, limitation_runs, has_a_trigger,
        decided_by_another, time_is_left_or_vouched_for, not_too_late_or_waived, limitation_passed,
    )
}  # fmt: skip
ASKED_OF_THE_FORM = {
    "lab_is_positive_or_excused", "has_a_trigger", "time_is_left_or_vouched_for", "not_too_late_or_waived",
}  # fmt: skip


def words_of(guard):
    return GUARDS[guard].__doc__


def refusals(case, verb, attempt):
    """Why this act can not move the case on: an answer for each guard of the table that does not hold."""
    answers = (GUARDS[name](case, attempt) for name in BY_VERB[verb].guards)
    return [answer for answer in answers if answer]


def stands_elsewhere(case, way):
    """Where the case stands instead, and who brought it there."""
    wanted = " or ".join(State(source).label.lower() for source in way.sources)
    last = case.steps.select_related("by").last()
    brought = f", by {last.by} on {localdate(last.at):%-d %b %Y}" if last else ""
    return f"{case} is “{case.label}” now{brought}; this is done only from “{wanted}”. Reload the page to see it."


def obstacle(case, verb, attempt):
    """What stands in the way before anything is typed; what a form asks for is no obstacle yet."""
    way = BY_VERB[verb]
    if case.state not in way.sources:
        return stands_elsewhere(case, way)
    names = [name for name in way.guards if name not in ASKED_OF_THE_FORM]
    return next((answer for name in names if (answer := GUARDS[name](case, attempt))), "")
