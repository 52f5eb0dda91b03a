"""A dealer leaves the desk with all that hangs on the record, its histories and what search knows of it.

A purge leaves nothing behind (28 CFR 23.20(h)). What was printed on a sheet is that sheet's own record.
"""

from collections import defaultdict

from django.db import transaction
from django.db.models.deletion import Collector

from dealers.models import Dealer, Observation


@transaction.atomic
def erase(dealer):
    """Every row that hangs on this dealer, the records that went up in it, and entries about nobody else."""
    for absorbed in dealer.absorbed.all():
        absorbed.merged_into = None  # else it would protect the record in whose place it stands
        absorbed.status = Dealer.Status.DRAFT
        absorbed.save()
        erase(absorbed)
    entries = Observation.objects.naming_only(dealer)
    with_history(list(entries))
    with_history([dealer])


def with_history(records):
    """The records, what the database deletes with them, and then the events that tell of any of these rows."""
    if not records:
        return
    collector = Collector(using=records[0]._state.db)
    collector.collect(records)
    gone = defaultdict(set)
    for model, rows in collector.data.items():
        gone[model] |= {row.pk for row in rows}
    for rows in collector.fast_deletes:
        gone[rows.model] |= set(rows.values_list("pk", flat=True))
    collector.delete()
    for model, keys in gone.items():
        if hasattr(model, "pgh_event_model"):
            model.pgh_event_model.objects.filter(pgh_obj__in=keys).delete()
