"""markets.upload_incidents, map_incidents: a list on the disk, its columns and words named."""

import pytest
from django.conf import settings
from django.http import Http404

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from dmi.tables import write_xlsx
from markets import keeping, services
from markets.models import IncidentBatch
from tests.conftest import NOON
from tests.markets.lists import GOOD, HEADER, uploaded

UNKNOWN = "No,When,What\n1,3/14/2025,CITIZEN DISPUTE\n2,3/15/2025,THEFT FROM MV\n3,3/15/2025,Citizen dispute\n"
NAMED = {"number": "No", "occurred_on": "When", "offence": "What"}


def lines(verb):
    return list(AuditEntry.objects.filter(verb=f"markets.{verb}").values_list("badge", "outcome"))


def test_a_list_whose_names_are_known_asks_nothing(sal, west_end):
    batch = uploaded(sal, west_end)
    assert batch.columns["Case Number"] == "number"
    assert (batch.is_mapped, batch.row_count, batch.day_order, batch.found) == (True, 4, "month_first", {})
    assert keeping.place_of(batch.pk).read_bytes() == GOOD.encode()
    assert keeping.place_of(batch.pk).stat().st_mode & 0o077 == 0
    assert lines("upload_incidents") == [("7", "done")]


def test_what_nobody_knows_is_asked_once_and_remembered_with_the_source(sal, sue, west_end):
    batch = uploaded(sal, west_end, UNKNOWN)
    assert not batch.is_mapped
    batch = services.map_incidents(by=sal, batch=batch, **NAMED)
    assert batch.found == {"CITIZEN DISPUTE": 2, "THEFT FROM MV": 1}
    assert (batch.unknown_wordings, batch.wordings["THEFT FROM MV"]) == (["CITIZEN DISPUTE"], "larceny")
    chosen = {"citizen dispute": "disorderly", "THEFT FROM MV": "other", "NOT THERE": "larceny"}
    batch = services.map_incidents(by=sal, batch=batch, wordings=chosen, **NAMED)
    assert batch.wordings == {"CITIZEN DISPUTE": "disorderly", "THEFT FROM MV": "other"}
    again = uploaded(sue, west_end, UNKNOWN.replace("1,", "9,"), source="records SYSTEM")
    assert (again.is_mapped, again.wordings) == (True, batch.wordings)
    assert not uploaded(sue, west_end, UNKNOWN, source="Dispatch").is_mapped
    assert lines("map_incidents") == [("7", "done"), ("7", "done")]


def test_days_that_can_be_read_both_ways_are_asked(sal, west_end):
    batch = uploaded(
        sal, west_end, UNKNOWN.replace("/14/", "/4/").replace("/15/", "/5/").replace("CITIZEN DISPUTE", "theft")
    )
    batch = services.map_incidents(by=sal, batch=batch, wordings={"CITIZEN DISPUTE": "other"}, **NAMED)
    assert (batch.day_order, batch.is_mapped) == ("ask", False)
    with pytest.raises(RuleBroken, match="March 4 or April 3"):
        services.import_incidents(by=sal, batch=batch, at=NOON)
    assert services.map_incidents(by=sal, batch=batch, day_order="day_first", **NAMED).is_mapped


REFUSED_MAPS = {
    "Say which column holds the number": {"number": "", "occurred_on": "When", "offence": "What"},
    "The list has no column “Nope”": NAMED | {"number": "Nope"},
    "named for two columns": NAMED | {"address": "What"},
    "There is no category “arson”": NAMED | {"wordings": {"THEFT FROM MV": "arson"}},
}


@pytest.mark.parametrize(("why", "said"), REFUSED_MAPS.items())
def test_columns_that_can_not_be_are_refused(sal, west_end, why, said):
    with pytest.raises(RuleBroken, match=why):
        services.map_incidents(by=sal, batch=uploaded(sal, west_end, UNKNOWN), **said)


def test_a_column_of_endless_words_is_no_offence(sal, west_end):
    text = "No,When,What\n" + "".join(f"{place},3/14/2025,said {place}\n" for place in range(600))
    with pytest.raises(RuleBroken, match="more than 500 different wordings"):
        services.map_incidents(by=sal, batch=uploaded(sal, west_end, text), **NAMED)


READ_ALIKE = {
    "a mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "semicolons": GOOD.replace(",", ";").encode(),
    "tabs": GOOD.replace(",", "\t").encode(),
    "Windows-1252": GOOD.replace("12 Elm", "Caf\xe9").encode("cp1252"),
    "UTF-16": GOOD.encode("utf-16"),
}


@pytest.mark.parametrize("kind", READ_ALIKE)
def test_whatever_its_letters_a_list_is_read(sal, west_end, kind):
    batch = uploaded(sal, west_end, READ_ALIKE[kind], name="list.txt")
    assert (batch.is_mapped, batch.row_count) == (True, 4)


def test_a_workbook_is_read_too(sal, west_end):
    rows = [line.split(",") for line in GOOD.splitlines()]
    with write_xlsx(rows[0], rows[1:]) as file:
        assert uploaded(sal, west_end, file.read(), name="list.csv").is_mapped


BROKEN = {
    "has a line of column names": b"",
    "is a picture, no list": b"\x89PNG\r\n\x1a\n" + b"\x00" * 99,
    "opens a quote that is never closed": GOOD.encode() + b'25-9,"03/14/2025,x\n',
    "is no text": GOOD.encode() + b"25-9,\x00\n",
    "longer than a row of a list can be": GOOD.encode() + b"x" * 1_000_000,
    "not the names of its columns": "\n".join(GOOD.splitlines()[1:]).encode(),
    "stands twice": GOOD.replace("Offense", "NIBRS").encode(),
    "no workbook that can be read": b"PK\x03\x04" + b"x" * 200,
}


@pytest.mark.parametrize("why", BROKEN)
def test_what_is_no_list_is_refused_and_leaves_no_file(sal, west_end, why):
    before = set(settings.LISTS_ROOT.glob("*"))
    with pytest.raises(RuleBroken, match=why):
        uploaded(sal, west_end, BROKEN[why], name="incidents.csv")
    assert set(settings.LISTS_ROOT.glob("*")) == before
    assert lines("upload_incidents") == [("7", "refused")]


def test_a_list_that_is_too_large_is_refused(sal, west_end, monkeypatch):
    monkeypatch.setattr(settings, "LIST_MOST_BYTES", 200)
    with pytest.raises(RuleBroken, match="larger than"):
        uploaded(sal, west_end)


def test_who_does_not_work_the_market_uploads_nothing(sue, sal, ferry, otis):
    with pytest.raises(Http404):
        uploaded(sal, ferry)
    assert not IncidentBatch.objects.exists()
    assert HEADER
