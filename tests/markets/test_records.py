"""Rows of a records system's list: when and where they happened, and what is wrong with them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmi.errors import RuleBroken
from markets import records

EASTERN = ZoneInfo("America/New_York")
TODAY = date(2026, 3, 3)
HEADER = ["no", "date", "time", "code", "words", "address", "lat", "lon", "drug"]
COLUMNS = dict(
    zip(HEADER, ("number", "occurred_on", "occurred_time", "code", "offence", "address", "latitude", "longitude",
                 "is_drug_related"), strict=True)
)  # fmt: skip
MOMENTS = {
    "2025-03-04 13:05": "2025-03-04 13:05", "2025-03-04T13:05:09.5": "2025-03-04 13:05", "3/4/2025": "2025-03-04 00:00",
    "3/4/25 1:05 PM": "2025-03-04 13:05", "03/04/2025 12:10:00 AM": "2025-03-04 00:10", "20250304": "2025-03-04 00:00",
    "20250304 1305": "2025-03-04 13:05", "03/04/2025 1305": "2025-03-04 13:05", "4-Mar-25": "2025-03-04 00:00",
    "Mar 4, 2025 13:05": "2025-03-04 13:05", "Mar 4 2025": "2025-03-04 00:00", "4 March 2025": "2025-03-04 00:00",
    "45720": "2025-03-04 00:00", "45720.5451": "2025-03-04 13:05", "2025-03-04T18:05:00Z": "2025-03-04 13:05",
    "2025-03-04 23:30:00+00:00": "2025-03-04 18:30", "2025-03-05T01:00:00-00:00": "2025-03-04 20:00",
    "3/9/2025 2:30": "2025-03-09 02:30", "11/2/2025 1:30": "2025-11-02 01:30", "3/4/70": "1970-03-04 00:00",
}  # fmt: skip
NO_MOMENTS = {
    "31/02/2025": "no day of the calendar", "02/30/2025": "no day of the calendar", "tomorrow": "is no day",
    "": "is no day", "3/4/2027": "lies ahead", "12/31/1969": "before 1970", "3/4/2025 25:61": "no time of day",
    "########": "is no day", "=TODAY()": "is no day", "13/13/2025": "no day of the calendar",
}  # fmt: skip


def moments(order="month_first"):
    return records.Moments(order, EASTERN, TODAY)


def reading(**said):
    told = {"wordings": {"THEFT": "larceny", "STOP": "left_out"}, "order": "month_first", **said}
    return records.Reading(HEADER, COLUMNS, zone=EASTERN, today=TODAY, **told)


def row(**said):
    cells = dict(zip(HEADER, ["25-1", "3/4/2025", "", "220", "", "", "43.6", "-72.97", ""], strict=True))
    return list((cells | said).values())


@pytest.mark.parametrize(("said", "meant"), MOMENTS.items())
def test_a_moment_is_read_as_offices_write_it(said, meant):
    at, day = moments().of(said)
    assert f"{at.astimezone(EASTERN):%Y-%m-%d %H:%M}" in (meant, "2025-03-09 03:30")  # the clocks skipped 2:30
    assert f"{day:%Y-%m-%d}" == meant[:10]


@pytest.mark.parametrize(("said", "why"), NO_MOMENTS.items())
def test_what_is_no_moment_is_refused_in_words(said, why):
    with pytest.raises(ValueError, match=why):
        moments().of(said)


def test_a_time_may_have_its_own_column():
    told = {"1:05 PM": "13:05", "1305": "13:05", "905": "09:05", "0.5451": "13:05", "": "00:00", "13:05:59": "13:05"}
    assert {said: f"{moments().of('3/4/2025', said)[0]:%H:%M}" for said in told} == told
    with pytest.raises(ValueError, match="“25:61” is no time of day"):
        moments().of("3/4/2025", "25:61")


def test_the_order_of_days_is_asked_only_where_the_list_leaves_it_open():
    def order(*days):
        orders = records.Orders()
        for day in days:
            orders.look_at(day)
        return orders.order

    assert order("3/14/2025", "3/4/2025") == "month_first"
    assert order("14/3/2025", "3/4/2025") == "day_first"
    assert order("3/4/2025", "5/6/2025") == order("3/14/2025", "14/3/2025") == "ask"
    assert order("2025-03-14", "Mar 4, 2025") == ""
    assert order(*["3/14/2025"] * 30, "31/02/2025") == "month_first"  # one slip in a long list
    assert moments("day_first").of("4/3/2025")[1] == date(2025, 3, 4)


@given(st.text(max_size=40))
def test_whatever_stands_in_a_cell_is_a_moment_or_a_sentence(said):
    try:
        at, day = moments().of(said, said)
    except ValueError as wrong:
        assert str(wrong).startswith("“")  # noqa: PT017
    else:
        assert isinstance(at, datetime)
        assert date(1970, 1, 1) <= day <= TODAY


def test_coordinates_that_can_not_be_right_are_no_place_and_are_counted():
    told = {
        ("43.6", "-72.97"): ((43.6, -72.97), 0), ("", ""): ((None, None), 0), ("0", "0"): ((None, None), 1),
        ("-72.97", "43.6"): ((None, None), 1), ("1489123.5", "412000"): ((None, None), 1),
        ("x", "y"): ((None, None), 1), ("nan", "nan"): ((None, None), 1), ("43.6", ""): ((None, None), 1),
        ("45.6", "-72.97"): ((None, None), 1), ("inf", "-72"): ((None, None), 1),
    }  # fmt: skip
    for (latitude, longitude), (position, misplaced) in told.items():
        one = reading(box=records.box_around((-73, 43.5, -72.9, 43.7)))
        assert one.read(row(lat=latitude, lon=longitude))[6:8] == position, latitude
        assert one.misplaced == misplaced, latitude
    assert reading(box=records.box_around(None)).read(row(lat="21.3", lon="-157.8"))[6:8] == (21.3, -157.8)


WRONG = {
    "The number is empty": {"no": ""}, "begins like a formula": {"no": "=1+1"}, "rounded the number": {"no": "2.5E+11"},
    "at most 40 characters": {"no": "x" * 41}, "is neither yes nor no": {"drug": "heroin"},
    "Nobody said what “RIOT” counts as": {"code": "", "words": "riot"}, "is not said": {"code": "", "words": ""},
}  # fmt: skip


@pytest.mark.parametrize(("why", "said"), WRONG.items())
def test_a_row_that_can_not_be_read_says_why(why, said):
    with pytest.raises(ValueError, match=why):
        reading().read(row(**said))


def test_a_row_is_read_by_its_code_else_by_its_words():
    assert reading().read(row())[3:5] == ("220", "burglary")
    assert reading().read(row(code="1430", words=" Theft "))[3:5] == ("", "larceny")
    assert reading().read(row(code="theft"))[4] == "larceny"
    assert reading().read(row(code="", words="stop")) is None
    assert reading().read([*row(no='="007"'), ""])[0] == "007"
    assert reading().read(row(drug="Y"))[8] is True
    with pytest.raises(ValueError, match="has 10 cells where the first line names 9"):
        reading().read([*row(), "more"])


def test_of_a_row_that_is_refused_only_what_is_read_is_kept():
    header = ["no", "date", "victim", "code"]
    some = records.Reading(
        header, {"no": "number", "date": "occurred_on", "code": "code", "victim": ""}, {}, "", EASTERN, TODAY
    )
    assert some.kept_cells(["1", "2", "Jane Roe", "x" * 300]) == ["1", "2", "x" * 200]


def test_columns_are_known_by_the_names_that_systems_give_them():
    header = ["Case #", "Date/Time Occurred", "Offense Description", "Y Coord", "X Coord", "Officer"]
    assert records.proposed(header)["Case #"] == "number"
    assert records.proposed(["CaseNo", "INCIDENT_DATE", "Nature Of Call", "LAT", "LONG"]) == {
        "CaseNo": "", "INCIDENT_DATE": "occurred_on", "Nature Of Call": "offence", "LAT": "latitude",
        "LONG": "longitude",
    }  # fmt: skip
    assert records.proposed(["a", "b"], {"a": "number", "b": "nonsense"}) == {"a": "number", "b": ""}
    with pytest.raises(RuleBroken, match="not the names of its columns"):
        records.refuse_no_header(["25-0001", "3/4/2025", "THEFT"])
