"""What the addresses of a watched market name."""

from datetime import date

from maintenance.models import MonthlyPage, ReemergenceSignal
from maintenance.monthly import contents_of
from tests.conftest import NOON, TODAY


def signal_of(market, **facts):
    said = {"measure": "calls", "week_of": date(2026, 2, 23), "value": 20, "mean": 2, "upper": 7, **facts}
    signal = ReemergenceSignal.objects.create(
        market=market, rule="one week above the upper limit", raised_at=NOON, **said
    )
    return {"signal_id": signal.pk}


def month_of(by):
    """A monthly page, as it was frozen: of a task force that had no market then."""
    contents = contents_of(date(2000, 1, 1), words="Quiet.", on=TODAY)
    page = MonthlyPage.objects.create(
        month=contents.month,
        contents=contents.to_json(),
        contents_sha256=contents.sha256(),
        words="Quiet.",
        by=by,
        at=NOON,
    )
    return {"page_id": page.pk}
