from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_works
from markets.impact import counting, coverage
from markets.models import Area, Baseline
from markets.statistics import Window

MOST_DAYS = 3660  # ten years: whoever asks for more mistyped a year


@on_the_record
def freeze_baseline(*, by, market, before_from, before_until, after_from, after_until=None, at):
    """Lay down what a market will be measured against, and keep what the lists count of the time before.

    Refused: while another stands; a time before that does not end before the time after, or that is longer than ten
    years; days that the lists do not cover; while incidents are being placed by an area drawn anew.
    """
    check_works(by, market)
    hold(market)  # an area drawn at the same moment waits, and then finds this
    baseline = Baseline(
        market=market, before_from=before_from, before_until=before_until, after_from=after_from,
        after_until=after_until, frozen_on=localdate(at), by=by, at=at,
    )  # fmt: skip
    baseline.validate_constraints()
    check_placed(market)
    before = Window(before_from, before_until)
    rows = counting.counts_of(market, by)
    check_covered(before, rows)
    baseline.counts = counting.frozen_counts(rows, before)
    baseline.save()
    return baseline


def check_placed(market):
    if any(area.placed_at is None for area in Area.objects.filter_market(market)):
        raise RuleBroken("The incidents are being placed by the area as it was last drawn; freeze when that is done.")


def check_covered(before, rows):
    """Every day of the time before is one of which the lists speak."""
    if before.days > MOST_DAYS:
        raise RuleBroken("The time before is at most ten years; look at the year again.")
    lists = counting.covered(rows).get(False)
    if lists is None:
        raise RuleBroken("No list of incidents is imported yet; import one that covers the time before.")
    if not lists.holds(before):
        raise RuleBroken(
            f"The lists cover {lists.first:%-d %B %Y} to {lists.last:%-d %B %Y}; the time before lies within that."
        )
    if gap := coverage.gap_in(before, counting.by_day(rows, before)):
        raise RuleBroken(
            f"The lists hold nothing from {gap.from_on:%-d %B %Y} to {gap.until_on:%-d %B %Y}, far longer than chance "
            "is silent; import the list of those days first."
        )
