from django.core.cache import cache

from dealers.charts import count, network_of
from dmi.audit.trail import hold, on_the_record

TOLD_FOR = 3600  # seconds


@on_the_record
def finish_analysis(*, by, analysis, at):
    """The worker counts what was asked of a network. Nothing to do where it is done."""
    hold(analysis)
    if not analysis.finished_at:
        analysis.result = count(network_of(analysis.network), progress=teller(analysis))
        analysis.finished_at = at
        analysis.save()
    return analysis


def teller(analysis):
    """Outside the transaction, so that the page that waits can see it."""

    def tell(done, of):
        cache.set(analysis.progress_key, [done, of], TOLD_FOR)

    return tell
