"""From the event tables: which are the newest, in one statement over all kinds; then what these say, kind by kind."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from django.apps import apps
from django.db.models import Value
from django.utils.dateparse import parse_datetime

from callins.dtc.hanging import OF_ITSELF, is_event_table, kinds, way_to_participant
from callins.dtc.models import Participant
from dealers.history.events import LARGEST, older, told
from dmi.accounts.models import User

SEALED = ("dealers", "callins")  # apps of the police side: what a key leads to there is not followed


@dataclass(frozen=True)
class Event:
    """One row of an event table: what the record said afterwards, and what it said before."""

    at: datetime
    kind: str
    number: int
    label: str  # insert, update or delete
    context: dict
    now: dict
    before: dict

    @property
    def model(self):
        return tables()[self.kind].pgh_tracked_model

    @property
    def cursor(self):
        return f"{self.at.isoformat()}~{self.kind}~{self.number}"


@cache
def tables():
    """The event table of every kind that has one, by the kind's name."""
    ours = apps.get_app_config(Participant._meta.app_label).get_models()
    events = {model.pgh_tracked_model: model for model in ours if is_event_table(model)}
    return {kind._meta.model_name: events[kind] for kind in kinds() if kind in events}


def newest(wanted, participant, place, size):
    """(moment, kind, number) of the newest events of the kinds wanted, older than the place in the history."""
    first, *rest = (part(kind, participant, place, size) for kind in wanted)
    rows = first.union(*rest, all=True).order_by("-pgh_created_at", "-pgh_kind", "-pgh_id")[:size] if rest else first
    return list(rows)


def part(kind, participant, place, size):
    """By the keys that the event itself keeps, so that a row which is gone is found as well."""
    table = tables()[kind]
    way = way_to_participant(table.pgh_tracked_model)
    hangs = {"pgh_obj" if way == OF_ITSELF else way: participant.pk}
    return (
        table.objects.filter(older(kind, place), **hangs)
        .annotate(pgh_kind=Value(kind))
        .values_list("pgh_created_at", "pgh_kind", "pgh_id")
        .order_by("-pgh_created_at", "-pgh_id")[:size]
    )


def events_of(keys):
    """What the events say, in the order of their keys: one query for each kind among them."""
    wanted = defaultdict(list)
    for _, kind, number in keys:
        wanted[kind].append(number)
    said = {kind: said_by(kind, numbers) for kind, numbers in wanted.items()}
    return [said[kind][number] for _, kind, number in keys]


def said_by(kind, numbers):
    """Events by their number. The one before comes along with the whole life of the record, which is short."""
    table = tables()[kind]
    lives = table.objects.filter(pgh_obj__in=table.objects.filter(pk__in=numbers).values("pgh_obj"))
    names = [field.name for field in told(table)]
    columns = ("pgh_created_at", "pgh_id", "pgh_label", "pgh_context", "pgh_obj")
    found: dict[int, Event] = {}
    former: dict[object, dict] = {}
    for at, number, label, context, record, *facts in lives.order_by("pgh_id").values_list(*columns, *names):
        now = dict(zip(names, facts, strict=True))
        found[number] = Event(at, kind, number, label, context or {}, now, former.get(record, {}))
        former[record] = now
    return found


def place_of(cursor):
    """(moment, kind, number) of a cursor; None for one that is none of ours: the newest page then."""
    moment, _, rest = cursor.partition("~")
    kind, _, number = rest.partition("~")
    try:
        at = parse_datetime(moment)
        is_moment = bool(at and at.tzinfo and at.astimezone(UTC))
    except (ValueError, OverflowError):  # the second: a moment before the first year or after the last
        return None
    is_ours = is_moment and kind in tables() and number.isdecimal() and int(number) < LARGEST
    return (at, kind, int(number)) if is_ours else None


def names_in(events, officer):
    """What the keys in these events stand for: {(model, key): record}. Nothing of the police side is opened."""
    asked = defaultdict(set)
    for event in events:
        asked[User].add(event.context.get("by"))
        for name, model in links_of(event.model):
            asked[model].update((event.now.get(name), event.before.get(name)))
    return {
        (model, str(key)): record
        for model, keys in asked.items()
        for key, record in seen(model, officer).in_bulk([key for key in keys if key]).items()
    }


@cache
def links_of(model):
    fields = told(tables()[model._meta.model_name])
    return tuple((field.name, field.related_model) for field in fields if field.is_relation and is_followed(field))


def is_followed(field):
    """Not to the police side; nor to what stands on top of the page, whose history this is."""
    app = field.related_model._meta.app_label
    return app not in SEALED and field.name not in ("participant", "enrolment")


def seen(model, officer):
    return model._default_manager.visible_to(officer)
