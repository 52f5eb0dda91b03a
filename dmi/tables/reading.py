"""Lists in: what a file is, by its content; its header and its rows as plain text, a row at a time."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from dmi.errors import RuleBroken
from dmi.tables.workbook import ZIP, rows_of_workbook

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
PIECE = 1 << 20
LONGEST_LINE = 200_000  # letters; far more than a row of any list
SEPARATORS = ",;\t|"
NO_LISTS = {
    b"%PDF": "a PDF",
    b"\xff\xd8\xff": "a picture",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Excel file or one with a password",
    b"{\\rtf": "a text document",
    b"<!DOC": "a web page",
    b"<html": "a web page",
}
ADVICE = "save the list as CSV or XLSX and send that."
NOTHING_IN_IT = "A list has a line of column names and at least one row under it."


@dataclass(frozen=True)
class Table:
    """The names of the columns as the file has them, and its rows: (line in the file, cells). Rows are read once."""

    header: list[str]
    rows: Iterator[tuple[int, list[str]]]


def read(content: bytes, file_name: str = "") -> Table:
    """A list as a `Table`; rows without a cell are left out, a row may have more or fewer cells than the header.

    Refused: what is neither CSV nor XLSX whatever its name says, more than 20 MB or 200,000 rows, no row at all, a
    workbook that unpacks to more than it should. What is broken further down is refused when its row is reached.
    """
    if len(content) > MOST_BYTES:
        raise RuleBroken(f"The list is larger than {MOST_BYTES // 1024 // 1024} MB; split it.")
    refuse_other_kinds(content, file_name)
    lines = rows_of_workbook(content) if content.startswith(ZIP) else rows_of_text(content)
    return table_of(lines, MOST_ROWS)


def table_of(lines, most_rows):
    """The header and the rows under it of lines as they come."""
    rows = at_most(((line, cells) for line, cells in lines if any(cells)), most_rows)
    first = list(islice(rows, 2))
    if len(first) < 2:
        raise RuleBroken(NOTHING_IN_IT)
    header = first[0][1]
    while not header[-1]:
        header.pop()
    return Table(header, chain(first[1:], rows))


def refuse_other_kinds(content, file_name):
    kind = next((kind for magic, kind in NO_LISTS.items() if content.lstrip()[:5].startswith(magic)), None)
    if kind:
        raise RuleBroken(f"{f'“{file_name[:60]}”' if file_name else 'This file'} is {kind}, no list; {ADVICE}")


def at_most(rows, most):
    for number, row in enumerate(rows):
        if number > most:
            raise RuleBroken(f"The list has more than {most:,} rows; split it.")
        yield row


def in_parts(rows, size):
    """Lists of so many rows, as they come."""
    rows = iter(rows)
    while part := list(islice(rows, size)):
        yield part


def plain(name):
    """A column's name as we write ours: lower case, underscores."""
    return "_".join(name.replace("-", " ").replace("_", " ").replace(".", " ").lower().split())


# Text


def rows_of_text(content):
    """(line, cells) of a CSV: UTF-8, UTF-16 with its mark, or Windows-1252; separated by comma, semicolon, tab or |."""
    return rows_of_file(io.BytesIO(content), encoding_of(content))


def rows_of_file(file, encoding):
    """The same of an open file, whose place says how far it is read."""
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield from rows_of_lines(Lines(text))
    finally:
        if not text.closed:
            text.detach()  # the file stays open for whoever opened it


def rows_of_lines(lines):
    reader = csv.reader(lines, delimiter=separator_of(lines))
    while True:
        line = lines.number + 1
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as broken:
            raise unclosed(line) from broken
        if lines.is_over and lines.quotes % 2:
            raise unclosed(line)
        yield line, [trimmed(cell) for cell in cells] if lines.is_odd else [cell.strip() for cell in cells]


def unclosed(line):
    return RuleBroken(f"Line {line} opens a quote that is never closed; mend the list and send it again.")


def trimmed(cell):
    return cell.replace("\xa0", " ").replace("\x00", "").strip()


class Lines:
    """The lines of a text, counted; and the quotes of the row being read, which may go over several lines."""

    def __init__(self, text):
        self.text = text
        self.number = 0
        self.quotes = 0
        self.is_odd = False  # the row has letters that are none
        self.is_over = False
        self.ahead = ""

    def begin_row(self):
        self.quotes, self.is_odd = 0, False

    def peek(self):
        self.ahead = self.ahead or self.take()
        return self.ahead

    def take(self):
        line = self.text.readline(LONGEST_LINE)
        if len(line) == LONGEST_LINE:
            raise RuleBroken(f"Line {self.number + 1} is longer than a row of a list can be; {ADVICE}")
        return line

    def __iter__(self):
        return self

    def __next__(self):
        line, self.ahead = self.ahead or self.take(), ""
        if not line:
            self.is_over = True
            raise StopIteration
        self.number += 1
        self.quotes += line.count('"')
        self.is_odd = self.is_odd or "\xa0" in line or "\x00" in line
        self.is_over = not self.peek()
        return line


def separator_of(lines):
    """What the first line has most of outside quotes; or what it says, as Excel does with “sep=;”."""
    while (first := lines.peek()) and not first.strip():
        next(lines)
    if first.lower().startswith("sep=") and len(first.strip("\r\n")) == 5:
        next(lines)
        return first[4]
    bare = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=bare.count)


def encoding_of(content):
    return encoding_of_pieces(content[start : start + PIECE] for start in range(0, len(content), PIECE))


def encoding_of_pieces(pieces):
    """Piece by piece: a whole copy would be four times the file. Refused: anything that is no text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8-sig"
    for place, piece in enumerate(pieces):
        if not place and piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if b"\x00" in piece:
            raise RuleBroken(f"This file is no text; {ADVICE}")
        encoding = encoding if decodes(decoder, piece) else "cp1252"
    return encoding if decodes(decoder, b"", final=True) else "cp1252"


def decodes(decoder, piece, *, final=False):
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        decoder.reset()
        return False
    return True
