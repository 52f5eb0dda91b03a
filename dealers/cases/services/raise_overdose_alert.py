from dealers.cases.models import HealthAlert
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def raise_overdose_alert(*, by, market, cluster, at):
    """Overdoses came close together in one area; clinic and outreach are to know the same day. Nobody is named.

    `cluster` is of dealers.cases.overdoses. Refused: told already, even if it has grown since.
    """
    hold(market)
    if HealthAlert.objects.of_cluster(market, cluster).exists():
        raise RuleBroken("These overdoses were told already.")
    return HealthAlert.objects.create(
        kind=HealthAlert.Kind.OVERDOSES, market=market, overdoses=cluster.overdoses, first_at=cluster.first_at,
        last_at=cluster.last_at, by=by, at=at,
    )  # fmt: skip
