from dealers.charts import chart_of, rows_of
from dealers.charts.counting import LEAST
from dealers.models import Analysis
from dealers.network import fingerprint
from dmi.audit.trail import on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from markets.guards import check_works


@on_the_record
def analyse_chart(*, by, market, asked, at):
    """The worker counts how firm the ranks of this chart are, whom to remove, how fast it falls apart.

    `asked`: dealers.charts.Asked. What was counted for the same people and ties stands for everybody who sees them; a
    count that failed is tried again. Refused: a network of fewer than three people.
    """
    check_works(by, market)
    network = chart_of(market, by, asked).network
    if network.n < LEAST:
        raise RuleBroken("Fewer than three people fit the filter: there is nothing to rank. Take a filter away.")
    analysis, _ = Analysis.objects.get_or_create(
        fingerprint=fingerprint(network),
        defaults={"people": list(network.people), "network": rows_of(network), "by": by, "at": at},
    )
    if analysis.failed_because:
        analysis.failed_because, analysis.attempts = "", 0
        analysis.save()
    if not analysis.finished_at:
        later("dealers.finish_analysis", analysis=analysis.pk)
    return analysis
