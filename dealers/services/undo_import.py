from dealers import merging
from dealers.erasing import erase
from dealers.models import Dealer, Fact, ImportBatch, Mention, Predicate, SourceDocument
from dmi import tables
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

MADE_AT = {Mention: "observation__logged_at", Predicate: "established_at"}
AT_ONCE = 500


@on_the_record
def undo_import(*, by, batch, at):
    """The drafts of this list on which nobody worked since are deleted, the others stay: they are `batch.drafts` then.

    Refused: a list that is not imported, or undone already; one on all of whose drafts somebody worked.
    """
    hold(batch)
    if batch.state != ImportBatch.State.IMPORTED:
        raise RuleBroken(f"This list is {batch.get_state_display().lower()}; only an imported list can be undone.")
    stay = worked_on(batch)
    drafts = [dealer for dealer in batch.drafts.all() if dealer.pk not in stay]
    if not drafts:
        raise RuleBroken("Somebody worked on every draft of this list since; none can be taken back.")
    for some in tables.in_parts(drafts, AT_ONCE):
        erase(some)
    batch.rows.all().delete()
    batch.state, batch.undone_at = ImportBatch.State.UNDONE, at
    batch.save()
    return batch


def worked_on(batch):
    """Draft -> what was done with it since it was imported, in words: what keeps it when the import is undone."""
    drafts = batch.drafts.all()
    moved_on = drafts.exclude(status=Dealer.Status.DRAFT)
    done = {dealer.pk: [dealer.get_status_display().lower()] for dealer in moved_on}
    corrected = Dealer.pgh_event_model.objects.filter(pgh_label="update", pgh_obj__in=drafts)
    documents = SourceDocument.objects.filter(predicate__dealer__in=drafts).exclude(added_at=batch.imported_at)
    told = [("corrected", corrected.values_list("pgh_obj", flat=True))]
    told += [("source documents", documents.values_list("predicate__dealer", flat=True))]
    waiting = drafts.exclude(pk__in=done)  # what apps above know of who is on file is not told here
    told += [(relation.words, keys) for relation in merging.relations() for keys in later(relation, waiting, batch)]
    for words, keys in told:
        for key in set(keys):
            done.setdefault(key, []).append(words)
    return done


def later(relation, drafts, batch):
    """For each end of the relation: the drafts that got something there which the import did not give them."""
    made_at = MADE_AT.get(relation.model, "at" if issubclass(relation.model, Fact) else None)
    for field in relation.fields:
        rows = relation.model._base_manager.filter(**{f"{field}__in": drafts})
        if made_at:
            untouched = {made_at: batch.imported_at} | ({"withdrawn_at": None} if made_at == "at" else {})
            rows = rows.exclude(**untouched)
        yield rows.values_list(field, flat=True)
