"""markets.deaths: published counts of two periods side by side. The figures are those of the case study."""

from datetime import date

import pytest

from markets.deaths import Count, Period, compared
from tests.markets.healthy import DEATHS, YEARS

BEFORE, AFTER = (Period(*year) for year in YEARS)


def told(*rows, before=BEFORE, after=AFTER):
    return [
        Count(geography, level, part, period, number)
        for geography, level, part, *numbers in rows
        for period, number in zip((before, after), numbers, strict=True)
    ]


TABLE = compared(told(*DEATHS))
ROWS = {row.geography: row for row in TABLE.rows}


@pytest.mark.parametrize(("geography", "percent", "interval", "words"), [
    ("Rutland County", "-12.5 %", "0.396 to 1.913", "no increase"),  # and not “a fall”
    ("Vermont", "+37.0 %", "1.062 to 1.773", "a rise"),
    ("Bennington County", "+333.3 %", "1.191 to 23.7", "a rise"),
    ("Addison County", "+600.0 %", "0.899 to 315.5", "can not be said"),
    ("Windsor County", "+60.0 %", "0.462 to 6.216", "can not be said"),
])  # fmt: skip
def test_each_geography_is_told_with_its_interval(geography, percent, interval, words):
    row = ROWS[geography]
    assert (row.percent, row.interval, row.change.words) == (percent, interval, words)


def test_beside_its_three_neighbours_summed_rutland_county_had_fewer():
    against = TABLE.against
    assert (against.value, round(against.error, 3), round(against.z, 3)) == (-21, 8.185, -2.566)
    assert [round(end, 2) for end in against.interval] == [-37.04, -4.96]
    assert not against.is_rough


def test_years_are_years_leap_or_not_and_other_windows_are_told_per_day():
    assert str(TABLE.before), str(TABLE.after) == ("2015", "2016")
    spring = Period(date(2025, 3, 1), date(2025, 3, 30)), Period(date(2025, 5, 1), date(2025, 5, 31))
    [row] = compared(told(("A", "city", "own", 30, 31), before=spring[0], after=spring[1])).rows
    assert row.percent == "+0.0 %"


@pytest.mark.parametrize(("before", "after", "percent", "interval", "words"), [
    (0, 4, "none before: no percentage", "at least 0.660", "can not be said"),
    (0, 9, "none before: no percentage", "at least 1.974", "a rise"),
    (0, 0, "none before: no percentage", "none in either", "can not be said"),
    (6, 0, "-100.0 %", "0.000 to 0.849", "a fall"),
])  # fmt: skip
def test_nothing_before_is_said_and_never_infinite(before, after, percent, interval, words):
    [row] = compared(told(("A", "county", "own", before, after))).rows
    assert (row.percent, row.interval, row.change.words) == (percent, interval, words)


def test_without_a_neighbour_of_both_periods_nothing_is_compared():
    alone = told(("A", "county", "own", 5, 4)) + told(("B", "county", "compared", 5, 4))[:1]
    table = compared(alone)
    assert [row.geography for row in table.rows] == ["A"]
    assert table.against is None


def test_of_many_periods_the_last_two_that_are_alike_are_taken():
    years = [Period(date(year, 1, 1), date(year, 12, 31)) for year in (2013, 2014, 2015)]
    month = Period(date(2016, 1, 1), date(2016, 1, 31))
    counts = [Count("A", "county", "own", period, 5) for period in (*years, month)]
    table = compared(counts)
    assert (str(table.before), str(table.after)) == ("2014", "2015")
    assert compared(counts[:1]) is None
    assert compared([]) is None


def test_a_county_is_not_its_city():
    assert TABLE.is_wider_than_the_market
    assert not compared(told(("Otter Falls", "city", "own", 5, 4))).is_wider_than_the_market
