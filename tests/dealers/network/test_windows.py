"""The network over time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dealers.network import Bond, moves, windows
from dealers.network.windows import periods

JANUARY, FEBRUARY, MARCH = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 30)


def hub(name, on, others="abc"):
    return [Bond(name, other, seen_on=on) for other in others]


def test_who_took_over_rises_and_who_is_gone_falls():
    first, second, third = windows([*hub("farrow", JANUARY), *hub("farrow", FEBRUARY), *hub("kessler", MARCH)])
    assert [first.since, third.until] == [date(2026, 1, 1), date(2026, 3, 31)]
    told = moves(second, third)
    [rise], [fall] = told.rises, told.falls
    assert (rise.key, rise.rank_before, rise.rank_after, rise.change) == ("kessler", None, 1, 1)
    assert (fall.key, fall.rank_before, fall.rank_after) == ("farrow", 1, None)
    assert moves(first, second).rises == ()


def test_a_tie_counts_in_every_window_between_its_days():
    bonds = [Bond("a", "b", first_on=JANUARY, seen_on=MARCH), Bond("b", "c", seen_on=FEBRUARY)]
    assert [len(each.network.ties) for each in windows(bonds)] == [1, 2, 1]


def test_ties_without_a_date_are_in_no_window():
    assert windows([Bond("a", "b")]) == []
    [only] = windows([Bond("a", "b"), Bond("b", "c", seen_on=MARCH)])
    assert only.network.people == ("b", "c")


def test_edges_may_be_given():
    found = windows(hub("farrow", JANUARY), [date(2026, 1, 1), date(2026, 1, 10), date(2026, 1, 11)])
    assert [(each.network.n, each.since, each.until) for each in found] == [
        (0, date(2026, 1, 1), date(2026, 1, 9)), (4, JANUARY, JANUARY),
    ]  # fmt: skip
    assert found[0].fragmentation is None


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 9_000))
def test_periods_hold_every_day_and_are_not_too_many(first, days):
    last = first + timedelta(days=days)
    edges = periods(first, last)
    assert edges[0] <= first <= last < edges[-1]
    assert edges == sorted(set(edges))
    assert len(edges) <= 28
