from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.models import Baseline, DailyCount, Incident, IncidentBatch

MAY_ANYWAY = "markets.replace_baseline"  # whoever may lay down another baseline may change what this one counted


@on_the_record
def undo_incidents(*, by, batch, at):
    """Exactly the incidents that this list added are deleted, and the days counted again.

    Refused: a list that is not imported, or undone already; while a baseline stands that counted it, unless a
    supervisor does it: what was measured against would change under the measure.
    """
    hold(batch)
    if batch.state != IncidentBatch.State.IMPORTED:
        raise RuleBroken(f"This list is {batch.get_state_display().lower()}; only an imported list can be undone.")
    baseline = counted_by(batch)
    if baseline and not by.has_perm(MAY_ANYWAY):
        raise RuleBroken(
            f"The baseline laid down on {baseline.frozen_on:%-d %B %Y} counted this list; a supervisor may undo it."
        )
    hold(batch.market)
    Incident.objects.of_batch(batch).delete()
    DailyCount.objects.count_anew(batch.market)
    batch.rejected.all().delete()
    batch.state, batch.undone_at = IncidentBatch.State.UNDONE, at
    batch.save()
    return batch


def counted_by(batch):
    """The baseline that stands and was laid down when this list was in; None where there is none."""
    if batch.imported_at is None:
        return None
    return Baseline.objects.filter_market(batch.market).standing().laid_down_since(batch.imported_at).first()
