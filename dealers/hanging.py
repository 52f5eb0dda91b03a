"""What hangs on a dealer in this app: found through Django's relation fields, as far as an officer may see it."""

from functools import cache, reduce
from operator import or_

from django.apps import apps
from django.db.models import Q

from dealers.models import Dealer
from dealers.models.fact import OfVisibleDealer

OF_ITSELF = ("pk",)


@cache
def kinds():
    """Every model of this app whose rows hang on a dealer, the dealer itself among them. No event tables."""
    ours = apps.get_app_config(Dealer._meta.app_label).get_models()
    tables = (model for model in ours if not model._meta.proxy and not is_event_table(model))
    return tuple(model for model in tables if ways_to_dealer(model))


def is_event_table(model):
    return hasattr(model, "pgh_tracked_model")


@cache
def ways_to_dealer(model):
    """The fields by which a row hangs on a dealer: dealer; a and b; predicate__dealer. Empty where it does not."""
    if model is Dealer:
        return OF_ITSELF
    links = [field for field in (*model._meta.fields, *model._meta.many_to_many) if field.is_relation]
    direct = tuple(field.name for field in links if field.related_model is Dealer)
    return direct or tuple(
        f"{field.name}__{way}" for field in links if is_ours(field) for way in ways_to_dealer(field.related_model)
    )


def is_ours(field):
    return field.related_model._meta.app_label == Dealer._meta.app_label and field.related_model is not field.model


def hangs(model, dealer):
    """The condition that a row, or its event, hangs on this dealer."""
    return reduce(or_, (Q(**{way: dealer.pk}) for way in ways_to_dealer(model)))


def rows_of(model, dealer, officer):
    """The rows of one kind, by the gate that is narrower than their dealer's: whoever asks has passed that one."""
    rows = model._default_manager.filter(hangs(model, dealer))
    if is_seen_with_its_dealer(model):
        return rows
    if hasattr(rows, "visible_to"):
        return seen(rows, officer)
    gates = {f"{name}__in": seen(manager.all(), officer) for name, manager in gates_of(model)}
    return rows.filter(**gates)


def seen(rows, officer):
    """Of parts and entries only their market is left to ask."""
    return rows.known_to(officer) if hasattr(rows, "known_to") else rows.visible_to(officer)


@cache
def is_seen_with_its_dealer(model):
    """To ask the dealer's gate again for every kind would take longer than all the rest."""
    gate = getattr(type(model._default_manager.all()), "visible_to", None)
    return model is Dealer or gate is OfVisibleDealer.visible_to


def gates_of(model):
    """Where a kind has no gate of its own: those of what it belongs to, like an entry or a predicate."""
    managers = [(field.name, field.related_model._default_manager) for field in model._meta.fields if belongs(field)]
    return [(name, manager) for name, manager in managers if not is_seen_with_its_dealer(manager.model)]


def belongs(field):
    return field.is_relation and is_ours(field)
