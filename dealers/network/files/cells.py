"""Text of a file as rows of cells, and what is in a cell: a name, a number of contacts, a day."""

import codecs
import csv
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from dmi.errors import RuleBroken

SEPARATORS = "\t;|,"  # the comma last: it stands in names and numbers too
LOOKED_AT = 50  # lines, for what separates their cells
REMARKS = ("# ", "sep=")  # the second is Excel's
LARGEST = 1_000_000_000  # contacts; nobody has more, and lengths of 1/strength stay apart in a float
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+", re.ASCII)  # as Americans group them
TIME = r"([T ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([AP]\.?M\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?"
YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){TIME}", re.I | re.ASCII)
TOGETHER = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)  # in a column of days only
MONTH_FIRST = re.compile(rf"(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/(?P<year>\d{{4}}|\d\d){TIME}", re.I | re.ASCII)


@dataclass(frozen=True)
class Row:
    line: int
    cells: tuple[str, ...]


def text_of(content: bytes) -> str:
    """UTF-8 with or without its mark, or UTF-16 with one. Refused: anything else."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as broken:
        line = content.count(b"\n", 0, broken.start) + 1
        raise RuleBroken(f"Line {line} is not UTF-8 text; save the file as UTF-8 and try again.") from broken
    if "\x00" in text:
        raise RuleBroken("This file is no text; save it as CSV or GraphML and try again.")
    return text


def rows_of(text: str) -> list[Row]:
    """Rows with at least one cell; remarks at the head are passed over. At least one row."""
    lines = text.splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith(REMARKS)), 0)
    separator = separator_of(lines[head : head + LOOKED_AT])
    if separator == " ":
        found = [(number, line.split()) for number, line in enumerate(lines[head:], head + 1)]
    else:
        found = list(separated(lines[head:], separator, head))
    rows = [Row(line, tuple(map(plain, cells))) for line, cells in found if any(cell.strip() for cell in cells)]
    if not rows:
        raise RuleBroken("The file is empty.")
    return rows


def separated(lines, separator, passed):
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield reader.line_num + passed, cells
    except csv.Error as broken:
        raise RuleBroken(
            f"Line {reader.line_num + passed} can not be read as cells: a quote is not closed, or a cell is too long."
        ) from broken


def separator_of(lines):
    """What each of the first lines has equally often outside quotes, so that “Last, First” may stand between tabs; else
    what the first has most of; blanks where it has none.
    """
    bare = ["".join(line.split('"')[::2]) for line in lines if line.strip()]
    for separator in SEPARATORS:
        if len({line.count(separator) for line in bare}) == 1 and separator in bare[0]:
            return separator
    best = max(SEPARATORS, key=bare[0].count)
    return best if best in bare[0] or len(bare[0].split()) < 2 else " "


def plain(cell):
    """Composed letters, so that a name typed in two ways is one name."""
    return unicodedata.normalize("NFC", cell.replace("\xa0", " ").replace("\ufeff", "")).strip()


def number_in(cell: str, where: str) -> float:
    """1,200 is twelve hundred, 0,5 a half. Refused: what is no number, less than nought, or beyond any count."""
    text = cell.replace(",", "") if THOUSANDS.fullmatch(cell) else cell.replace(",", ".", 1)
    if not NUMBER.fullmatch(text):
        raise RuleBroken(f"{where}: {shown(cell)} is no number; write how often, as 3.")
    number = float(text)
    if number < 0:
        raise RuleBroken(f"{where}: {cell} is less than nought; nobody has fewer than no contacts.")
    if number > LARGEST:
        raise RuleBroken(f"{where}: {cell} is more than anybody's contacts.")
    return number


def is_number(cell):
    return bool(NUMBER.fullmatch(cell.replace(",", ".", 1)) or THOUSANDS.fullmatch(cell))


def is_day(cell):
    return bool(YEAR_FIRST.fullmatch(cell) or MONTH_FIRST.fullmatch(cell))


def day_in(cell: str, where: str, on: date) -> date | None:
    """2026-03-01, 20260301 or, as Americans write, 03/01/2026 or 3/1/26; with or without a time. None where empty.

    Refused: no day, and one after `on`.
    """
    if not cell:
        return None
    day = day_told(YEAR_FIRST.fullmatch(cell) or MONTH_FIRST.fullmatch(cell) or TOGETHER.fullmatch(cell))
    if day is None:
        raise RuleBroken(f"{where}: {shown(cell)} is no day; write it as 2026-03-01 or 03/01/2026.")
    if day > on:
        raise RuleBroken(f"{where}: {day:%-d %B %Y} is in the future.")
    return day


def day_told(found):
    """None where the parts are no day of the calendar."""
    try:
        year, month, day = (int(found[part]) for part in ("year", "month", "day")) if found else (0, 0, 0)
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def shown(cell):
    return f"“{cell[:40]}”" if cell else "an empty cell"
