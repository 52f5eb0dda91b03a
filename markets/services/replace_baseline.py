from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_works
from markets.models import Baseline


@on_the_record
def replace_baseline(*, by, market, because, at):
    """The baseline stands no longer, so that another may be frozen; it stays readable with who, when and why.

    Refused: where none stands.
    """
    check_works(by, market)
    hold(market)
    baseline = Baseline.objects.filter_market(market).standing().first()
    if baseline is None:
        raise RuleBroken("No baseline stands here; freeze one.")
    baseline.replaced_at, baseline.replaced_by, baseline.replaced_because = at, by, because
    baseline.save()
    return baseline
