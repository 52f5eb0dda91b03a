"""From the event tables: the newest of every kind in one statement, each with what stood before it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.apps import apps
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime

from dealers import hanging
from dealers.models import Dealer
from dmi.accounts.models import User
from markets.models import Market

NOTHING = Q(pk__in=[])
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


def part(kind, dealer, officer, place, size):
    """The newest events of one kind: of rows that hang on the dealer now, and of such as are gone from the database."""
    table = tables()[kind]
    rows = hanging.rows_of(table.pgh_tracked_model, dealer, officer).order_by().values("pk")
    events = table.objects.filter(Q(pgh_obj__in=rows) | gone(table, dealer)).filter(older(kind, place))
    facts = JSONObject(**{name: F(column) for name, column in told(table)})
    former = table.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
    return (
        events.annotate(pgh_kind=Value(kind), pgh_now=facts, pgh_before=Subquery(former.values(pgh_now=facts)[:1]))
        .values_list("pgh_created_at", "pgh_kind", "pgh_id", "pgh_label", "pgh_context", "pgh_now", "pgh_before")
        .order_by("-pgh_created_at", "-pgh_id")[:size]
    )


def gone(table, dealer):
    """A row deleted beside the services can only be asked for by what its last event says of it."""
    model = table.pgh_tracked_model
    if model is Dealer or not hanging.is_seen_with_its_dealer(model):
        return NOTHING
    return Q(pgh_label="delete") & hanging.hangs(model, dealer)


def newest(parts, size):
    first, *rest = parts
    rows = first.union(*rest, all=True).order_by("-pgh_created_at", "-pgh_kind", "-pgh_id")[:size] if rest else first
    return [Event(*key, context or {}, now or {}, before or {}) for *key, context, now, before in rows]


def place_of(cursor):
    """(moment, kind, number) of a cursor; None for one that is none of ours: the newest page then."""
    moment, _, rest = cursor.partition("~")
    kind, _, number = rest.partition("~")
    try:
        at = parse_datetime(moment)
    except ValueError:
        return None
    is_ours = at and at.tzinfo and kind in tables() and number.isdecimal() and int(number) < LARGEST
    return (at, kind, int(number)) if is_ours else None


def older(kind, place):
    """Events are ordered by moment, kind and number: those of one transaction have the same moment."""
    if place is None:
        return Q()
    at, at_kind, number = place
    if kind < at_kind:
        return Q(pgh_created_at__lte=at)
    return Q(pgh_created_at__lt=at) | (Q(pgh_created_at=at, pgh_id__lt=number) if kind == at_kind else NOTHING)


@cache
def told(table):
    """(name, column) of what an event says of its record. No pictures: their tables do not keep them."""
    kept = {field.name for field in table._meta.fields}
    fields = table.pgh_tracked_model._meta.fields
    return tuple((field.name, field.attname) for field in fields if field.name in kept and not field.primary_key)


def names_in(events, officer):
    """What the keys in these events stand for, as far as this reader may see it: {(model, key): record}."""
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
    names = {name for name, _ in told(tables()[model._meta.model_name])}
    fields = model._meta.fields
    return tuple((field.name, field.related_model) for field in fields if field.is_relation and field.name in names)


def seen(model, officer):
    """The rows whose names this reader may read: of markets those he works, though others may be known to exist."""
    rows = model._default_manager.all()
    if model is Market:
        return rows.worked_by(officer)
    return rows.visible_to(officer) if hasattr(rows, "visible_to") else rows
