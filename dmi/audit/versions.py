"""Which state of a row somebody saw, and what was made of it since: read from the events that its triggers write."""

import hashlib
from itertools import pairwise

from django.contrib.auth import get_user_model

from dmi.errors import Change, ChangedMeanwhile


def version(row, names):
    """The same for the same values in these fields: of a row as of any event in its history."""
    said = "\x1f".join(f"{name}={row.serializable_value(name)}" for name in sorted(names))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def check_unchanged(record, seen, names):
    """Refused: what was changed since `seen`, the version that a form was filled from. The record is held already."""
    now = version(record, names)
    if seen != now:
        raise ChangedMeanwhile(changes_since(record, seen, names), now)


def changes_since(record, seen, names):
    """Field by field, from the version seen to what stands: the last who changed it, and when."""
    events = list(type(record).pgh_event_model.objects.filter(pgh_obj=record).order_by("pgh_id"))
    known = [place for place, event in enumerate(events) if version(event, names) == seen]
    events = events[known[-1] if known else 0 :]
    officers = get_user_model()._default_manager.in_bulk({by_of(event) for event in events} - {None})
    people = {str(key): str(officer) for key, officer in officers.items()}
    found = (changed(name, events, people) for name in sorted(names))
    return [change for change in found if change]


def author_of(record, name):
    """The key, as text, of who gave this field the value that stands; None where no act did."""
    events = list(type(record).pgh_event_model.objects.filter(pgh_obj=record).order_by("pgh_id"))
    written = [
        event for before, event in pairwise([None, *events]) if not before or said(before, name) != said(event, name)
    ]
    return by_of(written[-1]) if written else None


def changed(name, events, people):
    """None where the field stands as it stood."""
    last = [event for before, event in pairwise(events) if said(before, name) != said(event, name)]
    if not last or said(events[0], name) == said(events[-1], name):
        return None
    by = people.get(by_of(last[-1]), "Somebody")
    return Change(name, said(events[0], name), said(events[-1], name), by, last[-1].pgh_created_at)


def said(event, name):
    return event.serializable_value(name)


def by_of(event):
    return (event.pgh_context or {}).get("by")
