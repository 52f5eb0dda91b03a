"""Dealers leave the desk with all that hangs on their records, histories and what search knows of them.

A purge leaves nothing behind (28 CFR 23.20(h)). What was printed on a sheet is that sheet's own record.
"""

from collections import defaultdict

from django.db import transaction
from django.db.models.deletion import Collector, ProtectedError

from dealers.models import Analysis, Dealer, Observation, SavedChart
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
    Analysis.objects.naming(dealers).delete()
    SavedChart.objects.naming(dealers).delete()
    with_history(dealers)


def with_history(records):
    """The records, what the database deletes with them, and then the events that tell of any of these rows."""
    if not records:
        return
    collector = Collector(using=records[0]._state.db)
    try:
        collector.collect(records)
    except ProtectedError as kept:  # which records those are, not everybody who erases may know
        raise RuleBroken("Somebody among them is on a record that has to be kept; nothing is erased.") from kept
    gone: dict[type, set] = defaultdict(set)
    for model, rows in collector.data.items():
        gone[model] |= {row.pk for row in rows}
    for rows in collector.fast_deletes:
        gone[rows.model] |= set(rows.values_list("pk", flat=True))
    collector.delete()
    for model, keys in gone.items():
        if hasattr(model, "pgh_event_model"):
            model.pgh_event_model.objects.filter(pgh_obj__in=keys).delete()
