"""dealers.import_dealers: a list of names, every row's errors at once."""

import pytest

from dealers import imports, services
from dealers.models import Dealer
from dmi.errors import RuleBroken
from dmi.tables import text_of
from tests.conftest import NOON, TODAY

GOOD = "last_name,first_name,street_name,date_of_birth,predicate,source\nFarrow,Cody,Scooter,6/6/1994,Sold twice,26-1\n"


def rows(text):
    return imports.rows_in(text, TODAY)


def test_good_rows_become_drafts(ray, west_end):
    made = services.import_dealers(by=ray, market=west_end, rows=rows(GOOD), at=NOON)
    assert [dealer.known_as for dealer in made] == ["Cody Farrow"]
    assert made[0].status == Dealer.Status.DRAFT
    assert str(made[0].date_of_birth) == "1994-06-06"


def test_every_error_of_every_row_is_told():
    text = GOOD + "=1+1,,,31/02/1990,,\n,,,,Seen,26-2\n"
    first, second, third = rows(text)
    assert first.errors == []
    assert len(second.errors) == 4
    assert "begins like a formula" in second.errors[0]
    assert "is no day" in second.errors[1]
    assert third.errors == ["Give a name or a street name; either is enough."]


def test_an_unknown_column_is_named():
    with pytest.raises(RuleBroken, match="Unknown column “dobb”"):
        rows("last_name,dobb\nFarrow,1990\n")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_offices_separate_columns_as_they_like(separator):
    [row] = rows(GOOD.replace(",", separator))
    assert row.errors == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_offices_encode_text_as_they_like(encoding):
    text = GOOD.replace("Farrow", "Ñandú")
    assert rows(text_of(text.encode(encoding)))[0].last_name == "Ñandú"


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"a" * (6 * 1024 * 1024)])
def test_what_is_no_list_is_refused(content):
    with pytest.raises(RuleBroken):
        rows(text_of(content))


@pytest.mark.parametrize("text", ["", "last_name", "\n\n"])
def test_an_empty_list_is_refused(text):
    with pytest.raises(RuleBroken, match="at least one row"):
        rows(text)


def test_rows_with_errors_are_never_logged(ray, west_end):
    with pytest.raises(RuleBroken, match="no row to log"):
        services.import_dealers(by=ray, market=west_end, rows=rows(GOOD + ",,,,,\nx,,,,,\n"), at=NOON)
    assert not Dealer.objects.exists()


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('last_name,predicate\nFarrow,"' + "a" * 140_000 + "\n", "opens a quote"),
        ("last_name,last_name\nFarrow,Whitlow\n", "stands twice"),
    ],
)
def test_a_broken_list_is_a_sentence(text, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        rows(text)
