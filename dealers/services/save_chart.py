from dealers.models import SavedChart
from dmi.audit.trail import on_the_record
from markets.guards import check_works


@on_the_record
def save_chart(*, by, market, name, asked, pinned, at, is_shared=False):
    """A way of looking at a market's network under a name: one's own, or shared with those who work the market.

    `asked` holds fields of dealers.forms.charts.ChartForm, `pinned` for ids of people where they stand, as shares of
    the frame. One's own chart of that name is replaced.
    """
    check_works(by, market)
    saved, _ = SavedChart.objects.owned_by(by).update_or_create(
        market=market, name=name, by=by,
        defaults={"asked": asked, "pinned": pinned, "is_shared": is_shared, "at": at},
    )  # fmt: skip
    return saved
