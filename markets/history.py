"""What was changed about a hot place, by whom and when: from the events that triggers of the database write."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from dmi.accounts.models import User
from dmi.audit.versions import by_of
from markets.models import HotPlace

LABELS = {
    "status": "Status",
    "what_happens": "What happens there",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "owner_name": "Owner or landlord",
    "owner_phone": "Owner’s phone",
}


@dataclass(frozen=True)
class Changed:
    """One act: who, when, and what it made of which field; the first is how the place was logged."""

    by: str
    at: datetime
    lines: list[tuple[str, str, str]]  # label, before, after
    is_first: bool


def changes_of(place):
    """Newest first, by two queries. A save that changed nothing told is left out."""
    events = list(HotPlace.pgh_event_model.objects.filter(pgh_obj=place).order_by("pgh_id"))
    officers = User.objects.in_bulk({by_of(event) for event in events} - {None})
    people = {str(key): str(officer) for key, officer in officers.items()}
    acts = [told(None, event, people) for event in events[:1]]
    acts += [told(before, event, people) for before, event in pairwise(events)]
    return [act for act in reversed(acts) if act.is_first or act.lines]


def told(before, event, people):
    lines = [
        (label, words(before, name) if before else "", words(event, name))
        for name, label in LABELS.items()
        if (words(before, name) if before else "") != words(event, name)
    ]
    return Changed(people.get(by_of(event), "Somebody"), event.pgh_created_at, lines, before is None)


def words(event, name):
    value = getattr(event, name)
    return HotPlace.Status(value).label if name == "status" else "" if value is None else str(value)
