"""Lists in and out: what offices send, what attackers send, and what leaves."""

import csv
import io
import resource
import struct
import zipfile
import zlib
from datetime import date

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from dmi import tables
from dmi.errors import RuleBroken

CSV = 'last_name,first_name\nFarrow,"Cody, or\nCodie"\n\nWhitlow,Dana,Dane\n'


def read(content, file_name="list.csv"):
    table = tables.read(content, file_name)
    return table.header, list(table.rows)


def workbook(*rows, header=("last_name", "date_of_birth")):
    with tables.write_xlsx(header, rows) as file:
        return file.read()


def repacked(content, **changed):
    """The workbook with some of its parts replaced, packed anew."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            part = name.rpartition("/")[2].partition(".")[0]
            packed.writestr(name, changed.get(part, lambda before: before)(parts.read(name)))
    return output.getvalue()


def test_rows_keep_their_line_whatever_stands_in_quotes():
    header, rows = read(CSV.encode())
    assert header == ["last_name", "first_name"]
    assert rows == [(2, ["Farrow", "Cody, or\nCodie"]), (5, ["Whitlow", "Dana", "Dane"])]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_offices_separate_and_encode_as_they_like(separator, encoding):
    text = "last_name,born\nÑandú,1990\n".replace(",", separator)
    assert read(text.encode(encoding)) == (["last_name", "born"], [(2, ["Ñandú", "1990"])])


def test_excel_says_what_separates():
    assert read(b"sep=|\r\na,b|c\r\n1,5|2\r\n") == (["a,b", "c"], [(3, ["1,5", "2"])])


def test_a_workbook_is_read_whatever_it_is_called():
    content = workbook(["=1+1", date(1990, 3, 4)], ["Farrow", 57.0])
    assert read(content, "list.csv")[1] == [(2, ["=1+1", "1990-03-04"]), (3, ["Farrow", "57"])]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 and so on", "“list.csv” is a PDF, no list"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel file or one with a password"),
        (b"last_name\x00\nFarrow\n", "no text"),
        (b"PK\x03\x04" + b"\x00" * 40, "no workbook that can be read"),
        (b"", "at least one row"),
        (b"last_name\n\n", "at least one row"),
        (b'a,b\n1,"never closed\n2,3\n', "Line 2 opens a quote"),
        (b"a,b\n" + b"x" * 300_000 + b"\n", "Line 2 is longer"),
        (b"a\n" * (tables.MOST_ROWS + 3), "more than 200,000 rows"),
        (b"a" * (tables.MOST_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content, words):
    with pytest.raises(RuleBroken, match=words):
        read(content)


def test_another_zip_is_no_workbook():
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    with pytest.raises(RuleBroken, match="no workbook"):
        read(output.getvalue())


def test_a_sheet_that_unpacks_to_a_thousand_times_its_size_is_refused():
    bomb = repacked(workbook(["x", ""]), sheet1=lambda sheet: sheet + b" " * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(RuleBroken, match="unpacks to far more"):
        read(bomb)


def test_a_size_that_the_zip_claims_is_not_believed():
    """The directory says ten bytes, and their checksum; the stream holds fifty million."""
    honest = repacked(workbook(["x", ""]), sheet1=lambda sheet: b"<worksheet" + b" " * 50_000_000)
    zipped = zipfile.ZipFile(io.BytesIO(honest)).getinfo("xl/worksheets/sheet1.xml")
    true = struct.pack("<LLL", zipped.CRC, zipped.compress_size, zipped.file_size)
    claimed = struct.pack("<LLL", zlib.crc32(b"<worksheet"), zipped.compress_size, 10)
    with pytest.raises(RuleBroken, match="unpacks to far more"):
        read(honest.replace(true, claimed))


FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def test_two_cells_at_the_ends_of_a_sheet_are_no_list():
    """The reader lays out the whole rectangle between them: half a terabyte."""
    bomb = repacked(workbook(["x", ""]), sheet1=lambda sheet: sheet.replace(b"</sheetData>", FAR))
    with pytest.raises(RuleBroken, match="unpacks to far more"):
        read(bomb)


def test_one_long_text_shared_by_many_cells_is_counted_for_each():
    sheet = b"<worksheet><sheetData>%s</sheetData></worksheet>" % (
        b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(1, 20_000))
    )
    texts = b"<sst><si><t>" + b"xyz " * 8000 + b"</t></si></sst>"
    shared = io.BytesIO()
    with Workbook(shared) as plain:
        plain.add_worksheet().write(0, 0, "x")
    with pytest.raises(RuleBroken, match="unpacks to far more"):
        read(repacked(shared.getvalue(), sheet1=lambda _: sheet, sharedStrings=lambda _: texts))


def test_refusing_a_bomb_takes_no_memory():
    bomb = repacked(workbook(["x", ""]), sheet1=lambda sheet: sheet + b" " * 150_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RuleBroken):
        read(bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes


FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "\uff0d1", "\uff20SUM(1)"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_that_leaves_is_a_formula(cell):
    written = b"".join(tables.write_csv([cell, "b"], [[cell, "Fenn"]])).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(written, newline="")):
        assert row[0] == f"'{cell}"
    with tables.write_xlsx(["a"], [[cell]]) as file:
        content = file.read()
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()


def test_what_is_written_is_read_again():
    rows = [["Farrow", date(1990, 3, 4), 7, None], ["Ñandú", None, 2.5, "a, “b”"]]
    plain = [["Farrow", "1990-03-04", "7", ""], ["Ñandú", "", "2.5", "a, “b”"]]
    header = ["name", "born", "times", "said"]
    assert [cells for _, cells in read(b"".join(tables.write_csv(header, rows)))[1]] == plain
    with tables.write_xlsx(header, rows) as file:
        content = file.read()
    assert [cells for _, cells in read(content)[1]] == plain
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[1][1] == date(
        1990, 3, 4
    )


def test_a_long_list_is_written_in_pieces():
    pieces = list(tables.write_csv(["a"], ([str(number)] for number in range(1000))))
    assert len(pieces) > 4


@pytest.mark.parametrize("name", ["Last Name", "last_name", " LAST-NAME ", "last  name"])
def test_a_column_is_known_in_any_case(name):
    assert tables.plain(name) == "last_name"


def test_a_nul_in_a_workbook_is_left_out():
    content = repacked(workbook(["NUL", "x"]), sheet1=lambda before: before.replace(b"NUL", b"Fa_x0000_rrow"))
    assert read(content)[1] == [(2, ["Farrow", "x"])]
