from dmi.audit.trail import on_the_record
from maintenance.models import ReemergenceSignal


@on_the_record
def raise_signal(*, by, market, watched, spoken, at):
    """A week of a closed market broke a rule of its control chart, as the counts stood when it was seen.

    Refused, by constraint: a week of this measure that was told already.
    """
    return ReemergenceSignal.objects.create(
        market=market, measure=watched.measure, week_of=spoken.week.from_on, value=spoken.week.count,
        mean=watched.chart.mean, upper=watched.chart.limit, rule=spoken.rule, raised_at=at,
    )  # fmt: skip
