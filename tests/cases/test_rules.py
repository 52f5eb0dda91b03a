"""When a prosecution must have commenced: over every day of forty years, and on the leap day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealers.cases.rules import (
    MARGIN_DAYS,
    OFFENCES,
    WARNINGS,
    commence_by,
    is_waived,
    last_day,
    limit,
    warnings_due,
    years_after,
)

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
SOLD = "sale_heroin"
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_the_leap_day_of_2024():
    assert last_day(SOLD, date(2024, 2, 29)) == date(2027, 2, 28)
    assert commence_by([(SOLD, date(2024, 2, 29))]) == date(2027, 2, 14)


@pytest.mark.parametrize("years", sorted({offence.years for offence in OFFENCES.values() if offence.years}))
def test_every_day_of_forty_years_has_its_last_day(years):
    day = date(2000, 1, 1)
    while day <= date(2040, 12, 31):
        last = years_after(day, years)
        assert last.year == day.year + years
        assert (last.month, last.day) == (
            (2, 28) if (day.month, day.day, last.day) == (2, 29, 28) else (day.month, day.day)
        )
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("offence", "years"),
    [("sale_heroin", 3), ("conspiracy", 3), ("burglary", 6), ("arson", 11), ("fed_distribution", 5), ("murder", None)],
)
def test_each_offence_has_the_years_of_its_statute(offence, years):
    assert OFFENCES[offence].years == years
    assert last_day(offence, date(2026, 3, 3)) == (date(2026 + years, 3, 3) if years else None)


@UNHURRIED
@given(st.lists(st.tuples(st.sampled_from(sorted(OFFENCES)), DAYS), max_size=6))
def test_the_earliest_limitation_counts_less_the_margin(offences):
    last = [day for day in (last_day(code, on) for code, on in offences) if day]
    by = commence_by(offences)
    assert by == (min(last) - timedelta(days=MARGIN_DAYS) if last else None)


@UNHURRIED
@given(DAYS, DAYS)
def test_a_waiver_moves_the_limit_only_outward(on, until):
    assert limit([(SOLD, on)], until) == max(last_day(SOLD, on), until)
    assert limit([("murder", on)], until) is None


@UNHURRIED
@given(DAYS, DAYS, DAYS)
def test_a_waiver_covers_the_days_from_its_signature_to_its_end(day, signed_on, until_on):
    assert is_waived(day, [(signed_on, until_on)]) == (signed_on <= day <= until_on)


@UNHURRIED
@given(DAYS, st.integers(-30, 400), st.sets(st.sampled_from(WARNINGS)))
def test_at_most_the_nearest_warning_is_due_and_never_one_that_was_sent(by, days, sent):
    due = warnings_due(by, by - timedelta(days=days), sent)
    come = [each for each in WARNINGS if days <= each]
    assert due == ([min(come)] if come and min(come) not in sent else [])


def test_day_by_day_each_warning_comes_once():
    by, sent, told = date(2027, 2, 14), set(), []
    for days in range(400, -20, -1):
        for warning in warnings_due(by, by - timedelta(days=days), sent):
            sent.add(warning)
            told.append((days, warning))
    assert told == [(180, 180), (90, 90), (30, 30), (7, 7)]


def test_after_an_outage_only_the_nearest_is_told():
    by = date(2027, 2, 14)
    assert warnings_due(by, by - timedelta(days=25), {180}) == [30]
    assert warnings_due(by, by - timedelta(days=24), {180, 30}) == []
