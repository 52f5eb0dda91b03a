"""From the event tables: which are the newest, in one statement over all kinds; then what these say, kind by kind."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from django.apps import apps
from django.db.models import Q, Value
from django.utils.dateparse import parse_datetime

from dealers import hanging
from dealers.models import Dealer
from dmi.accounts.models import User
from markets.models import Market

LARGEST = 2**31  # what the number of an event may be


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
    ours = apps.get_app_config(Dealer._meta.app_label).get_models()
    events = {model.pgh_tracked_model: model for model in ours if hanging.is_event_table(model)}
    return {kind._meta.model_name: events[kind] for kind in hanging.kinds() if kind in events}


def newest(kinds, dealer, officer, place, size):
    """(moment, kind, number) of the newest events of these kinds, older than the place in the history."""
    first, *rest = (part(kind, dealer, officer, place, size) for kind in kinds)
    return list(
        first.union(*rest, all=True).order_by("-pgh_created_at", "-pgh_kind", "-pgh_id")[:size] if rest else first
    )


def part(kind, dealer, officer, place, size):
    """Of rows that hang on the dealer now, and of such as are gone from the database."""
    table = tables()[kind]
    rows = hanging.rows_of(table.pgh_tracked_model, dealer, officer).order_by().values("pk")
    return (
        table.objects.filter(older(kind, place), pgh_obj__in=rows.union(*gone(table, dealer), all=True))
        .annotate(pgh_kind=Value(kind))
        .values_list("pgh_created_at", "pgh_kind", "pgh_id")
        .order_by("-pgh_created_at", "-pgh_id")[:size]
    )


def gone(table, dealer):
    """A row deleted beside the services can only be asked for by what its last event says of it."""
    model = table.pgh_tracked_model
    if model is not Dealer and hanging.is_seen_with_its_dealer(model):
        yield table.objects.filter(hanging.hangs(model, dealer), pgh_label="delete").values("pgh_obj")


def events_of(keys):
    """What the events say, in the order of their keys: one query for each kind among them."""
    wanted = defaultdict(list)
    for _, kind, number in keys:
        wanted[kind].append(number)
    told = {kind: said_by(kind, numbers) for kind, numbers in wanted.items()}
    return [told[kind][number] for _, kind, number in keys]


def said_by(kind, numbers):
    """Events by their number. The one before comes along with the whole life of the record, which is short."""
    table = tables()[kind]
    lives = table.objects.filter(pgh_obj__in=table.objects.filter(pk__in=numbers).values("pgh_obj"))
    columns = (
        "pgh_created_at",
        "pgh_id",
        "pgh_label",
        "pgh_context",
        "pgh_obj",
        *(field.name for field in told(table)),
    )
    found: dict[int, Event] = {}
    former: dict[object, dict] = {}
    for at, number, label, context, record, *facts in lives.order_by("pgh_id").values_list(*columns):
        now = dict(zip(columns[5:], facts, strict=True))
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


def older(kind, place):
    """Events are ordered by moment, kind and number: those of one transaction have the same moment."""
    if place is None:
        return Q()
    at, at_kind, number = place
    if kind < at_kind:
        return Q(pgh_created_at__lte=at)
    before = Q(pgh_created_at__lt=at)
    return before | Q(pgh_created_at=at, pgh_id__lt=number) if kind == at_kind else before


@cache
def told(table):
    """The fields that an event keeps of its record. No pictures: their tables have none."""
    kept = {field.name for field in table._meta.fields}
    return tuple(
        field for field in table.pgh_tracked_model._meta.fields if field.name in kept and not field.primary_key
    )


def names_in(events, dealer, officer):
    """What the keys in these events stand for, as far as this reader may see it: {(model, key): record}."""
    asked = defaultdict(set)
    for event in events:
        asked[User].add(event.context.get("by"))
        for name, model in links_of(event.model):
            asked[model].update((event.now.get(name), event.before.get(name)))
    asked[Dealer].discard(dealer.pk)
    found = {
        (model, str(key)): record
        for model, keys in asked.items()
        for key, record in seen(model, dealer, officer).in_bulk([key for key in keys if key]).items()
    }
    return {**found, (Dealer, str(dealer.pk)): dealer}


@cache
def links_of(model):
    fields = told(tables()[model._meta.model_name])
    return tuple((field.name, field.related_model) for field in fields if field.is_relation)


def seen(model, dealer, officer):
    """The rows whose names this reader may read: of markets those he works, though others may be known to exist."""
    if model is not Dealer and model in hanging.kinds():
        return hanging.rows_of(model, dealer, officer)
    rows = model._default_manager.all()
    if model is Market:
        return rows.worked_by(officer)
    return rows.visible_to(officer) if hasattr(rows, "visible_to") else rows
