"""Lists in: CSV as offices send it, into rows of plain text."""

import csv
import io

from dmi.errors import RuleBroken

MOST_BYTES = 5 * 1024 * 1024


def text_of(content):
    """Bytes of a text file as text: UTF-8 with or without BOM, else Windows-1252. Refused: anything that is no text."""
    if len(content) > MOST_BYTES:
        raise RuleBroken(f"The list is larger than {MOST_BYTES // 1024 // 1024} MB; split it.")
    if b"\x00" in content:
        raise RuleBroken("This file is no text; save the list as CSV and send that.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def rows_of(text):
    """(header, rows) of a CSV text: header cells in lower case with underscores; each row a dict with its line number.

    The separator is whichever of comma, semicolon and tab the header has most of. Refused: no header, no rows.
    """
    lines = text.strip("\ufeff\r\n ").splitlines()
    if len(lines) < 2:
        raise RuleBroken("A list has a line of column names and at least one row under it.")
    separator = max(",;\t", key=lines[0].count)
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator, strict=False)
    try:
        header = [cell.strip().lower().replace(" ", "_") for cell in next(reader)]
        rows = [(reader.line_num, row_of(header, cells)) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as broken:
        raise RuleBroken("A quote is opened and never closed; mend the list and send it again.") from broken
    return header, rows


def row_of(header, cells):
    return dict(zip(header, (cell.strip() for cell in cells), strict=False))
