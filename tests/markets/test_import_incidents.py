"""markets.import_incidents, finish_incidents, give_up_incidents, undo_incidents: a list on its way in, and out."""

from markets import services
from markets.models import DailyCount, Incident
from tests.conftest import NOON
from tests.markets.lists import GOOD, draw, imported, uploaded


def test_a_list_is_read_in_and_counted(sal, clock, west_end):
    draw(sal, west_end)
    batch = imported(sal, clock, west_end)
    assert (batch.state, batch.row_count, batch.added_count, batch.unplaced_count) == ("imported", 4, 4, 1)
    told = Incident.objects.order_by("number").values_list("number", "category", "zone", "is_drug_related")
    assert list(told) == [
        ("25-0001", "burglary", "area", False), ("25-0002", "larceny", "area", False),
        ("25-0003", "vandalism", "comparison", True), ("25-0004", "disorderly", "unknown", False),
    ]  # fmt: skip
    assert sum(DailyCount.objects.filter_market(west_end).values_list("count", flat=True)) == 4
