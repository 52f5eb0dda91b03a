"""Lists out, a row at a time. A cell that a spreadsheet would run is written as text."""

import csv
import io
import tempfile
from datetime import date, datetime

from xlsxwriter import Workbook

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")  # OWASP, CSV injection: wide ones too
BEGINNING = "\ufeff"  # without it Excel reads UTF-8 as Windows-1252
BATCH = 200  # rows to a piece that is sent
SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
    "default_date_format": "mm/dd/yyyy",
    "remove_timezone": True,
}


def neutral(cell):
    """The cell as CSV may carry it: text that begins like a formula gets the apostrophe that spreadsheets know."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat(" ", "minutes") if isinstance(cell, datetime) else cell.isoformat()
    if isinstance(cell, str) and cell.startswith(RUNS):
        return f"'{cell}"
    return cell


def write_csv(header, rows):
    """Bytes of a UTF-8 CSV in pieces, for an answer that is streamed."""
    piece = io.StringIO()
    piece.write(BEGINNING)
    writer = csv.writer(piece)
    writer.writerow([neutral(name) for name in header])
    for number, row in enumerate(rows, start=1):
        writer.writerow([neutral(cell) for cell in row])
        if number % BATCH == 0:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()


def write_xlsx(header, rows, sheet="List"):
    """An open file of a workbook with one sheet: text as text whatever it begins with, days as days."""
    return write_workbook([(sheet, header, rows)])


def write_workbook(sheets):
    """The same of several sheets, each its name, its header and its rows."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  whoever sends it closes it
    with tempfile.TemporaryDirectory() as folder:  # one row in memory, the rest there until the file is whole
        workbook = Workbook(file, {**SAFE, "tmpdir": folder})
        bold = workbook.add_format({"bold": True})
        for sheet, header, rows in sheets:
            write_sheet(workbook.add_worksheet(sheet), header, rows, bold)
        workbook.close()
    file.seek(0)
    return file


def write_sheet(page, header, rows, bold):
    page.freeze_panes(1, 0)
    page.write_row(0, 0, header, bold)
    for number, row in enumerate(rows, start=1):
        write_row(page, number, row)


def write_row(page, number, row):
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            page.write_string(number, column, cell)
        elif cell is not None:
            page.write(number, column, cell)
