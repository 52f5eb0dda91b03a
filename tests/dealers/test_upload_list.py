"""dealers.upload_list, dealers.map_columns: a list is read, its columns named, every row's errors told at once."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from dealers import imports, services
from dealers.models import Dealer, ImportBatch, Pointer
from dmi import tables
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY, logged
from tests.dealers.lists import GOOD, HEADER, ten_good_and_three_bad, uploaded


def errors(batch):
    return {row.line: [tuple(error) for error in row.errors] for row in batch.rows.bad()}


def rows(text):
    table = tables.read(text.encode())
    return [row for row, _ in imports.rows_in(table, imports.proposed(table.header), TODAY)]


def row(**said):
    """The one row of a list with these columns, and a reason."""
    whole = {"last_name": "Fenn", "predicate": "Sold", "source": "26-1"} | said
    [read] = rows(f"{';'.join(whole)}\n{';'.join(whole.values())}\n")
    return read


def test_a_list_whose_columns_are_known_is_checked_at_once(ray, west_end):
    batch = uploaded(ray, west_end)
    assert (batch.state, batch.row_count, batch.good_count, batch.alike_count) == ("checked", 1, 1, 0)
    assert AuditEntry.objects.filter(verb="dealers.upload_list", outcome="done").count() == 1
    assert "Farrow" not in str(AuditEntry.objects.filter(verb="dealers.upload_list").values())
    assert not Dealer.objects.exists()


def test_ten_good_and_three_bad_stand_in_one_preview(ray, west_end):
    batch = uploaded(ray, west_end, ten_good_and_three_bad())
    assert batch.state == "uploaded"  # dobb is to be explained first
    assert imports.headers_proposed(batch)["date_of_birth"] == "date_of_birth"
    services.map_columns(by=ray, batch=batch, **{name: name for name in HEADER.split(",")})
    assert (batch.state, batch.good_count, batch.bad_count) == ("checked", 10, 2)
    [unknown] = imports.unknown(batch.header, batch.mapping)
    assert unknown.words == "Unknown column “dobb”; did you mean date_of_birth?"
    assert errors(batch) == {
        12: [("date_of_birth", "“31/02/1990” is no day: there is no month 31; write month/day/year.")],
        13: [("last_name", "“=1+1” begins like a formula; write the plain text.")],
    }


def test_every_error_of_a_row_is_told():
    [bad] = rows(f"{HEADER},zip,state,sex,role\n=1+1,,,31/02/1990,12,,,057,Vermont,X7,boss\n")
    assert [column for column, _ in bad.errors] == [
        "last_name", "date_of_birth", "sex", "phone", "state", "zip", "role", "predicate", "source",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Last Name", "last_name"), ("SURNAME", "last_name"), ("D.O.B.", "date_of_birth"), ("zip-code", "zip"),
        ("street_name", "street_names"), ("Aliases", "street_names"), ("License Plate", "plate"), ("dobb", ""),
    ],
)  # fmt: skip
def test_a_header_is_known_in_any_case_and_spelling_of_offices(header, column):
    assert imports.known(header) == column


def test_a_source_is_remembered(ray, west_end):
    header = "Familienname,Grund,Akte\nFarrow,Sold twice,26-1\n"
    batch = uploaded(ray, west_end, header)
    assert batch.state == "uploaded"
    services.map_columns(by=ray, batch=batch, last_name="Familienname", predicate="Grund")
    again = uploaded(ray, west_end, header.replace("Farrow", "Fenn"))
    assert again.state == "checked"
    assert again.mapping == {"Familienname": "last_name", "Grund": "predicate", "Akte": ""}
    assert uploaded(ray, west_end, header, source="Another").state == "uploaded"


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ({"predicate": "What"}, "Say which column holds the last name"),
        ({"last_name": "Nobody"}, "has no column “Nobody”"),
        ({"last_name": "Who", "first_name": "Who"}, "named for two columns"),
    ],
)
def test_a_mapping_that_can_not_be_is_refused(ray, west_end, headers, words):
    batch = uploaded(ray, west_end, "Who,What\nFarrow,Sold\n")
    with pytest.raises(RuleBroken, match=words):
        services.map_columns(by=ray, batch=batch, **headers)


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("03/04/1990", (1990, 3, 4)), ("3-4-90", (1990, 3, 4)), ("1990-03-04", (1990, 3, 4)),
        ("19900304", (1990, 3, 4)),
        ("03041990", (1990, 3, 4)), ("32936", (1990, 3, 4)), ("March 4, 1990", (1990, 3, 4)),
        ("04-Mar-90", (1990, 3, 4)), ("3/4/1990 12:00 AM", (1990, 3, 4)), ("1/2/26", (2026, 1, 2)),
        ("5/6/27", (1927, 5, 6)), ("1990", (1990, None, None)), ("04/1990", (1990, 4, None)),
        ("April 1990", (1990, 4, None)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_american_offices_write_it(said, born):
    assert tuple(imports.day_in(said, TODAY)) == born


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("31/02/1990", "no month 31"), ("02/31/1990", "February 1990 has no day 31"), ("0/4/1990", "no month 0"),
        ("tomorrow", "is no day"), ("03/04/2026", "lies ahead"), ("1850", "born in 1850"), ("4/0/1990", "is no day"),
    ],
)  # fmt: skip
def test_a_day_that_never_was_is_refused_in_words(said, words):
    with pytest.raises(ValueError, match=words):
        imports.day_in(said, TODAY)


def test_a_cell_is_read_as_it_is_meant():
    read = row(zip="5701", phone="(802) 555-0114", plate="hkd-482", sex="female", state="vt", city="Otter Falls")
    assert (read.zip, read.phone, read.plate, read.sex, read.state) == ("05701", "+18025550114", "HKD 482", "F", "VT")
    assert read.facts()["address"] == "Otter Falls"  # where only the town is known, that is the address
    assert row(street_names="Scoot, “Scooter”, scoot").street_names == ("Scoot", "Scooter")
    assert row(street_names="-", first_name="n/a").name == "Fenn"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-Fenn", "@Fenn"])
def test_a_formula_is_no_name(cell):
    assert "begins like a formula" in row(last_name=cell).errors[0][1]


def test_a_number_is_no_name():
    """What a workbook's formula was counted out to."""
    assert "is no name" in row(last_name="2").errors[0][1]


def test_a_row_of_another_width_is_told():
    [ragged] = rows(f"{HEADER}\nFenn,Ann\n")
    assert ragged.errors[0] == ("", "This row has 2 cells where the first line names 7; look for a separator.")


def test_a_workbook_is_a_list(ray, west_end):
    header = ["Last name", "DOB", "Facts", "Report"]
    with tables.write_xlsx(header, [["Fenn", date(1990, 3, 4), "Sold", "26-1"]]) as file:
        sent = SimpleUploadedFile("list.xlsx", file.read())
    batch = services.upload_list(by=ray, market=west_end, source="Records", file=sent, at=NOON)
    assert (batch.state, batch.good_count) == ("checked", 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Choose a file"),
        ("last_name\n", "at least one row"),
        ("last_name,Last_name,last_name\nx,y,z\n", "The column “last_name” stands twice"),
        ("%PDF-1.7 is no list", "is a PDF"),
    ],
)
def test_what_is_no_list_is_refused(ray, west_end, text, words):
    with pytest.raises(RuleBroken, match=words):
        uploaded(ray, west_end, text)
    assert AuditEntry.objects.get(verb="dealers.upload_list").outcome == "refused"
    assert not ImportBatch.objects.exists()


def test_a_file_above_twenty_megabytes_is_not_read(ray, west_end):
    sent = SimpleUploadedFile("list.csv", b"a")
    sent.size = tables.MOST_BYTES + 1
    with pytest.raises(RuleBroken, match="larger than 20 MB"):
        services.upload_list(by=ray, market=west_end, source="Records", file=sent, at=NOON)


def test_a_list_goes_only_into_a_market_one_works(ray, sue, otis, ferry):
    with pytest.raises(Http404):
        uploaded(ray, ferry)


def test_rows_that_repeat_each_other_are_named(ray, west_end):
    twice = GOOD + "Farow,Cody,,06/06/1994,802-555-0101,Sold again,26-2\n"
    batch = uploaded(ray, west_end, twice)
    first, second = batch.rows.all()
    assert (first.is_alike, second.is_alike) == (False, True)
    assert (first.alike[0]["row"], second.alike[0]["row"]) == (3, 2)
    assert any("802-555-0101" in reason for reason in second.alike[0]["reasons"])
    assert (batch.good_count, batch.alike_count) == (2, 1)


def test_a_row_is_not_left_out_for_one_that_can_not_be_imported(ray, west_end):
    broken = f"{HEADER}\nFarrow,Cody,,06/06/1994,802-555-0101,,\n{GOOD.splitlines()[1]}\n"
    assert [row.is_alike for row in uploaded(ray, west_end, broken).rows.all()] == [False, False]


def test_a_row_like_somebody_on_file_is_named_with_its_reasons(ray, west_end, sal):
    farrow = logged(ray, west_end, last_name="Farrow", first_name="Cody", date_of_birth=date(1994, 6, 6))
    batch = uploaded(ray, west_end)
    [row] = imports.checked(batch, batch.rows.all(), TODAY, ray)
    assert row.is_alike
    assert row.alike[0].dealer == farrow
    assert row.alike[0].reasons


def test_of_a_record_one_may_not_see_only_whom_to_call_is_told(ray, otis, west_end, ferry):
    hidden = logged(otis, ferry, last_name="Farrow", first_name="Cody", date_of_birth=date(1994, 6, 6))
    batch = uploaded(ray, west_end)
    [row] = imports.checked(batch, batch.rows.all(), TODAY, ray)
    assert [(like.words, like.href, like.reasons) for like in row.alike] == [
        ("A record may exist; call Det. Otis Calloway", "", ())
    ]
    assert Pointer.objects.get().dealer == hidden
    assert Pointer.objects.owned_by(otis).unseen().count() == 1


def test_a_hidden_record_that_is_only_alike_leaves_no_trace(ray, otis, west_end, ferry):
    logged(otis, ferry, last_name="Farrow", first_name="Cody", street_name="Scooter", date_of_birth=date(1994, 6, 7))
    batch = uploaded(ray, west_end)
    assert batch.alike_count == 0
    assert not batch.rows.alike().exists()
    assert not Pointer.objects.exists()


def test_the_same_number_from_the_same_source_is_the_same_person(ray, west_end):
    text = "last_name,external_id,predicate,source\n{},J-17,Sold,26-1\n"
    batch = uploaded(ray, west_end, text.format("Farrow"))
    services.import_dealers(by=ray, batch=batch, which="new", at=NOON)
    again = uploaded(ray, west_end, text.format("Fenwick"))
    assert again.rows.get().alike[0]["reasons"] == ["same number J-17 at County jail"]
    assert not uploaded(ray, west_end, text.format("Fenwick"), source="Another").rows.get().is_alike


def test_a_list_is_its_authors_and_the_markets_supervisors_alone(client, ray, otis, sal, west_end):
    batch = uploaded(ray, west_end, "Who,What\nFarrow,Sold\n")
    for officer, status in ((ray, 200), (sal, 200), (otis, 404)):
        client.force_login(officer)
        assert client.get(f"/dealers/imports/{batch.pk}/columns/").status_code == status


def test_the_pages_lead_from_the_file_to_the_preview(client, ray, west_end):
    client.force_login(ray)
    said = {"market": west_end.pk, "source": "County jail", "text": ten_good_and_three_bad()}
    answer = client.post("/dealers/imports/upload/", said)
    assert "did you mean date_of_birth?" in client.get(answer["Location"]).content.decode()
    answer = client.post(answer["Location"], {name: name for name in HEADER.split(",")})
    page = client.get(answer["Location"]).content.decode()
    for words in ("Unknown column “dobb”", "there is no month 31", "“=1+1” begins like a formula", "The 10 good rows"):
        assert words in page


def test_what_was_typed_survives_a_refusal(client, ray, west_end):
    client.force_login(ray)
    said = {"market": west_end.pk, "source": "County jail", "text": "last_name"}
    page = client.post("/dealers/imports/upload/", said).content.decode()
    assert "at least one row under it" in page
    assert "County jail" in page


def test_a_cell_that_is_far_too_long_is_cut_before_it_is_compared():
    [bad] = rows(f"last_name,street_names,phone,predicate,source\n{'a' * 900},{'b;' * 900},{'1' * 900},Sold,26-1\n")
    assert [column for column, _ in bad.errors] == ["last_name", "street_names", "phone"]
    assert (len(bad.last_name), len(bad.street_names), len(bad.dialled)) == (60, 1, 20)


def test_one_row_with_a_pointer_tells_nothing_by_the_others(ray, otis, west_end, ferry):
    phone, born = "802-555-0177", date(1994, 6, 6)
    logged(otis, ferry, last_name="Farrow", first_name="Cody", date_of_birth=born, phone="+18025550177")
    near = f"{HEADER}\nFarrow,Cody,,,{phone},Sold,26-1\nFarrow,Cody,,06/07/1994,,Sold,26-1\n"
    batch = uploaded(ray, west_end, near)
    assert [any("dealer" in each for each in row.alike) for row in batch.rows.all()] == [True, False]
