"""What happened at a place since the meeting before: what its point of the agenda shows."""

from dataclasses import dataclass
from datetime import date

from markets.models import CodeCase, Incident, Inspection, Promise

MOST = 6


@dataclass(frozen=True)
class Happened:
    on: date
    what: str
    words: str = ""


def happened_at(place, since, officer):
    """The newest first. `since` is a day, or None for ever."""
    told = [*reports(place, since, officer), *owners(place, since, officer), *inspectors(place, since, officer)]
    return sorted(told, key=lambda each: each.on, reverse=True)[:MOST]


def reports(place, since, officer):
    for incident in Incident.objects.visible_to(officer).at(place).between(since, None)[:MOST]:
        kind = "call" if incident.is_call else "report"
        yield Happened(incident.occurred_on, f"{incident.get_category_display()} ({kind})", incident.number)


def owners(place, since, officer):
    for promise in Promise.objects.visible_to(officer).of(place):
        if since is None or promise.promised_on >= since:
            yield Happened(promise.promised_on, f"{promise.promised_by} promised", promise.what)
        if promise.outcome_on and (since is None or promise.outcome_on >= since):
            yield Happened(promise.outcome_on, f"Promise {promise.get_outcome_display().lower()}", promise.what)


def inspectors(place, since, officer):
    for case in CodeCase.objects.visible_to(officer).of(place):
        if since is None or case.opened_on >= since:
            yield Happened(case.opened_on, "Code case opened", case.violation)
    for visit in Inspection.objects.visible_to(officer).of_place(place):
        if since is None or visit.on >= since:
            yield Happened(visit.on, "Inspected: complied" if visit.is_complied else "Inspected", visit.found)
