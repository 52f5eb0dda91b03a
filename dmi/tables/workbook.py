"""XLSX in. A workbook is a zip that others made: what it unpacks to is measured before anybody else opens it."""

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from itertools import chain

from python_calamine import CalamineError, CalamineWorkbook

from dmi.errors import RuleBroken

ZIP = b"PK\x03\x04"
WORKBOOK = "xl/workbook.xml"
SHARED = "xl/sharedStrings.xml"
MOST_ENTRIES = 1_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 150  # a sheet of one repeated letter packs better than any list of people
SMALL = 1024 * 1024  # below this the ratio says nothing
MOST_CELLS = 5_000_000  # of the rectangle around all cells: the reader keeps it whole
MOST_TEXT = 100 * 1024 * 1024  # of texts that cells share: the reader writes them out for each
PIECE = 1 << 16
LOCAL_HEADER = 30  # bytes, before the entry's name
BOMB = "This workbook unpacks to far more than a list of people; save the list as CSV and send that."
NO_WORKBOOK = "This file is no workbook that can be read; save the list as XLSX or CSV and send that."
TAG = re.compile(rb"<(?:\w+:)?(row|c|v)\b([^<]*)")  # no attribute may hold a "<", whatever else it holds
PLACE = re.compile(rb"\br\s*=\s*[\"\']([A-Za-z]{0,3})(\d{1,7})[\"\']")
IS_SHARED = re.compile(rb"\bt\s*=\s*[\"\']s[\"\']")
NUMBER = re.compile(rb">\s*(\d{1,9})")
TEXT = re.compile(rb"<(?:\w+:)?si\b")
LONGEST_TAG = 1024 * 1024  # with the text behind it
WHOLE = 1e15  # numbers below it are whole without loss


def rows_of_workbook(content):
    """(line, cells as text) of the first sheet. Refused: a zip bomb, another kind of zip, a password."""
    refuse_bomb(content)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        first = (sheet.start or (0, 0))[0] + 1
        rows = enumerate(sheet.iter_rows(), start=first)
    except (CalamineError, OSError, ValueError, IndexError) as broken:
        raise RuleBroken(NO_WORKBOOK) from broken
    for line, cells in rows:
        yield line, [in_words(cell) for cell in cells]


def in_words(cell):
    """A cell as a person would write it: days as 1990-03-04, numbers without a point that says nothing."""
    match cell:
        case str():
            return cell.replace("\xa0", " ").replace("\x00", "").strip()  # XLSX writes a NUL as _x0000_
        case bool():
            return "yes" if cell else "no"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < WHOLE else str(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
        case date() | time() | timedelta():
            return str(cell)
    return str(cell)


def refuse_bomb(content):
    """Unpack everything once, in pieces, and count: bytes, cells, the rectangle they span, the text they share."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as broken:
        raise RuleBroken(NO_WORKBOOK) from broken
    names = {entry.filename for entry in entries}
    if WORKBOOK not in names:
        raise RuleBroken(NO_WORKBOOK)
    if len(entries) > MOST_ENTRIES or len(names) < len(entries):
        raise RuleBroken(BOMB)
    unpacked, shared = 0, SharedTexts()
    for entry in sorted(entries, key=lambda entry: entry.filename != SHARED):
        tags = Tags(shared if entry.filename == SHARED else Rectangle(shared.lengths))
        for piece in chain(unpacking(content, entry), [b""]):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED or tags.are_too_much_with(piece):
                raise RuleBroken(BOMB)


def unpacking(content, entry):
    """The bytes of an entry in pieces. What its header claims of its size is not believed, here or by the reader."""
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RuleBroken(NO_WORKBOOK)
    head = entry.header_offset
    name, extra = (int.from_bytes(content[head + at : head + at + 2], "little") for at in (26, 28))
    start = head + LOCAL_HEADER + name + extra
    packed = memoryview(content)[start : start + entry.compress_size]
    pieces = (bytes(packed[at : at + PIECE]) for at in range(0, len(packed), PIECE))
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from pieces
        return
    unpacked = 0
    for piece in inflated(pieces):
        unpacked += len(piece)
        if unpacked > SMALL and unpacked > MOST_RATIO * len(packed):
            raise RuleBroken(BOMB)
        yield piece


def inflated(pieces):
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in pieces:
            while piece and not inflater.eof:
                yield inflater.decompress(piece, PIECE)
                piece = inflater.unconsumed_tail
    except zlib.error as broken:
        raise RuleBroken(NO_WORKBOOK) from broken


class Tags:
    """Cuts what comes in pieces where a tag begins, and has the whole ones counted."""

    def __init__(self, counted):
        self.counted = counted
        self.rest = b""

    def are_too_much_with(self, piece):
        """An empty piece is the end."""
        text = self.rest + piece
        cut = max(0, text.rfind(b"<")) if piece else len(text)
        self.rest = text[cut:]
        self.counted.count(text[:cut])
        return len(self.rest) > LONGEST_TAG or self.counted.is_too_much()


class SharedTexts:
    """How long each text is that cells may share."""

    def __init__(self):
        self.lengths = [0]

    def count(self, xml):
        before, *texts = TEXT.split(xml)
        self.lengths[-1] += len(before)
        self.lengths.extend(map(len, texts))

    def is_too_much(self):
        """Never by themselves: only what cells make of them counts."""
        return False


class Rectangle:
    """Around the cells of a sheet, as the reader will lay it out, and the shared text in it."""

    def __init__(self, lengths):
        self.lengths = lengths[1:]  # what stands before the first is none
        self.rows = self.columns = self.column = self.text = 0
        self.holds_shared = False

    def is_too_much(self):
        return self.rows * self.columns > MOST_CELLS or self.text > MOST_TEXT

    def count(self, xml):
        for kind, said in TAG.findall(xml):
            if kind == b"v":
                self.count_text(said)
            else:
                self.count_place(kind, said)

    def count_place(self, kind, said):
        places = [(column_of(letters), int(row)) for letters, row in PLACE.findall(said)]
        if kind == b"row":
            self.column = 0
            self.rows = max(self.rows + 1, *(row for _, row in places)) if places else self.rows + 1
            return
        self.holds_shared = IS_SHARED.search(said) is not None
        self.column = max([self.column + 1, *(column for column, _ in places)])
        self.columns = max(self.columns, self.column)
        self.rows = max([self.rows, *(row for _, row in places)])

    def count_text(self, said):
        number = NUMBER.match(said[said.find(b">") :])
        if self.holds_shared and number and int(number[1]) < len(self.lengths):
            self.text += self.lengths[int(number[1])]


def column_of(letters):
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
