"""Dealers leave the desk with all that hangs on their records, histories and what search knows of them.

A purge leaves nothing behind (28 CFR 23.20(h)). What was printed on a sheet is that sheet's own record.
"""

from collections import defaultdict

from django.db import models, transaction
from django.db.models.deletion import SET_NULL, Collector, ProtectedError

from dealers.models import Analysis, Dealer, Observation, SavedChart
from dmi.accounts.compartment import records
from dmi.errors import RuleBroken


@transaction.atomic
def erase(dealers):
    """Every row that hangs on these dealers, the records that went up in them, and entries about nobody else.

    Refused, and nothing is gone then: where an app above keeps a record of one of them, a case or an invitation.
    """
    absorbed = list(Dealer.objects.merged_into(dealers))
    if absorbed:
        Dealer.objects.merged_into(dealers).update(merged_into=None, status=Dealer.Status.DRAFT)  # it would protect
        erase(absorbed)
    with_history(list(Observation.objects.naming_only(dealers)))
    forget_counted(dealers)
    with_history(dealers)


def forget_counted(dealers):
    """What was counted or pinned with one of them in it can be counted or pinned anew."""
    Analysis.objects.naming(dealers).delete()
    SavedChart.objects.naming(dealers).delete()


@transaction.atomic
def with_history(rows):
    """The rows, what the database deletes with them, and then the events that tell of any of these rows."""
    if not rows:
        return
    collector = Collector(using=rows[0]._state.db)
    try:
        collector.collect(rows)
    except ProtectedError as kept:  # which records those are, not everybody who erases may know
        raise RuleBroken("Somebody among them is on a record that has to be kept; nothing is erased.") from kept
    gone: dict[type, set] = defaultdict(set)
    for model, found in collector.data.items():
        gone[model] |= {row.pk for row in found}
    for found in collector.fast_deletes:
        gone[found.model] |= set(found.values_list("pk", flat=True))
    with records():
        collector.delete()
        forget_events(gone)


def forget_events(gone):
    """The history of rows that are no more; how many events that were."""
    tracked = [(model.pgh_event_model, keys) for model, keys in gone.items() if hasattr(model, "pgh_event_model")]
    return sum(events.objects.filter(pgh_obj__in=keys).delete()[0] for events, keys in tracked)


@transaction.atomic
def erase_whole(dealers, *others):
    """These dealers, and whatever any app keeps of them, protected or not: cases, invitations, exhibits, decisions.

    `others` are further rows that go with them. What was shared stays without them: entries that name somebody else,
    meetings, sheets. Returns the keys that went, by model, and how many events of their histories. Behind the wall of
    treatment nothing is asked and nothing touched (42 CFR Part 2).
    """
    dealers = [*dealers, *absorbed_by(dealers)]
    forget_counted(dealers)
    gone, released = all_that_hangs_on([*dealers, *Observation.objects.naming_only(dealers), *others])
    with records():
        for field, keys in released:
            field.model._base_manager.filter(pk__in=keys).update(**{field.name: None})
        for model, keys in gone.items():
            rows = model._base_manager.filter(pk__in=keys)
            rows._raw_delete(rows.db)  # constraints are asked at the end, and triggers write what forget_events takes
        events = forget_events(gone)
    return gone, events


def absorbed_by(dealers):
    """The records that went up in these, and in those again."""
    absorbed = list(Dealer.objects.merged_into(dealers))
    return [*absorbed, *absorbed_by(absorbed)] if absorbed else []


def all_that_hangs_on(rows):
    """(model -> keys that go, [(field, keys that only lose it)]): what points at a row goes with it, link by link."""
    gone: dict[type, set] = defaultdict(set)
    released: list[tuple] = []
    waiting = [(type(row), {row.pk}) for row in rows]
    while waiting:
        model, keys = waiting.pop()
        new = keys - gone[model]
        gone[model] |= new
        for field in links_to(model) if new else ():
            found = set(field.model._base_manager.filter(**{f"{field.name}__in": new}).values_list("pk", flat=True))
            if found and field.remote_field.on_delete is SET_NULL:
                released.append((field, found))
            elif found:
                waiting.append((field.model, found))
    return gone, released


def links_to(model):
    """The foreign keys of every app that point here; neither those of histories nor those from behind the wall."""
    found = model._meta.get_fields(include_hidden=True)
    links = [each.field for each in found if isinstance(each, models.ManyToOneRel)]
    return [link for link in links if link.db_constraint]
