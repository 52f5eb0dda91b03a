"""What the addresses of a watched market name."""

from datetime import date

from maintenance.models import ReemergenceSignal
from tests.conftest import NOON


def signal_of(market, **facts):
    said = {"measure": "calls", "week_of": date(2026, 2, 23), "value": 20, "mean": 2, "upper": 7, **facts}
    signal = ReemergenceSignal.objects.create(
        market=market, rule="one week above the upper limit", raised_at=NOON, **said
    )
    return {"signal_id": signal.pk}
