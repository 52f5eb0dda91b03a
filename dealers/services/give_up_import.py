from dealers.models import ImportBatch
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def give_up_import(*, by, batch, because=""):
    """What was not imported of a list is thrown away, its file with it. Drafts that were made of it stay.

    Refused: a list of which nothing is left.
    """
    hold(batch)
    if batch.content is None and not batch.rows.exists():
        raise RuleBroken("Nothing of this list is kept any more.")
    batch.rows.all().delete()
    batch.content = None
    if batch.state != ImportBatch.State.IMPORTED:
        batch.state, batch.failed_because = ImportBatch.State.GIVEN_UP, because
    batch.save()
    return batch
