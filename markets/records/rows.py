"""One row of a records system's list as an incident, or the sentence that says why it is none. Pure."""

import re
from itertools import islice
from operator import itemgetter

from markets import nibrs
from markets.records.moments import Moments

# What is made of a row, in this order.
FIELDS = (
    "number", "occurred_at", "occurred_on", "code", "category", "address", "latitude", "longitude",
    "is_drug_related", "victim_is_dealer",
)  # fmt: skip
READ = (
    "number", "occurred_on", "occurred_time", "code", "offence", "address", "latitude", "longitude",
    "is_drug_related", "victim_is_dealer",
)  # fmt: skip
LONGEST_NUMBER, LONGEST_ADDRESS = 40, 80
FORMULA = ("=", "@", "+", "\t")  # what a spreadsheet would run
KEPT_AS_TEXT = re.compile(r'="([^"]*)"')  # how spreadsheets keep the noughts in front of a number
ROUNDED = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
YES = {"y", "yes", "true", "t", "1", "x", "✓"}
NO = {"", "n", "no", "false", "f", "0", "-", "none", "n/a", "null"}
NOTHING = {"", "null", "none", "n/a", "na", "-", "0", "0.0"}
AMERICA = (13.0, -180.0, 72.0, -64.0)  # the fifty states, Puerto Rico and the Virgin Islands: south, west, north, east
AROUND = 1.0  # degrees about the areas: a county and its neighbours


def box_around(bounds):
    """Where an incident may lie: about these (west, south, east, north), or somewhere in America."""
    if not bounds:
        return AMERICA
    west, south, east, north = bounds
    return south - AROUND, west - AROUND, north + AROUND, east + AROUND


def said_of(code_text, offence_text):
    """(the FBI's code, "") where the list has one, else ("", their wording)."""
    if code := nibrs.code_in(code_text):
        return code, ""
    return "", nibrs.wording(offence_text or code_text)


class Reading:
    """How the rows of one list are read; `columns`: header of the file -> our column."""

    def __init__(self, header, columns, wordings, order, zone, today, box=AMERICA):
        places = {columns[name]: place for place, name in enumerate(header) if columns.get(name)}
        self.width = len(header)
        self.of = itemgetter(*(places.get(name, self.width) for name in READ))
        self.kept = sorted(places.values())
        self.wordings, self.box = wordings, box
        self.moments = Moments(order, zone, today)
        self.categories, self.flags = {}, {}
        self.misplaced = 0

    def read(self, cells):
        """A tuple of FIELDS; None for what is left out as no crime. ValueError: what is wrong, in words."""
        if len(cells) != self.width:
            self.check_width(cells)
        number, on, time, code, offence, address, latitude, longitude, drugs, dealer = self.of(
            (*cells[: self.width], "")  # the last for columns that the list has not
        )
        code, category = self.category_of(code, offence)
        if category == nibrs.LEFT_OUT:
            return None
        at, day = self.moments.written(on, time)
        latitude, longitude = self.position_of(latitude, longitude)
        return (
            number_of(number), at, day, code, category,
            " ".join(address.split())[:LONGEST_ADDRESS], latitude, longitude, self.flag_of(drugs), self.flag_of(dealer),
        )  # fmt: skip

    def check_width(self, cells):
        if len(cells) < self.width or any(cells[self.width :]):
            raise ValueError(f"This row has {len(cells)} cells where the first line names {self.width}.")

    def kept_cells(self, cells):
        """The cells that are read: of a row that is refused no others are kept, whoever they name."""
        return [cells[place][:200] if place < len(cells) else "" for place in self.kept]

    def category_of(self, code_text, offence_text):
        said = (code_text, offence_text)
        if said not in self.categories:
            code, words = said_of(*said)
            self.categories[said] = code, nibrs.category_of_code(code) if code else self.chosen(words)
        return self.categories[said]

    def chosen(self, words):
        if category := self.wordings.get(words):
            return category
        raise ValueError(f"Nobody said what “{words[:40]}” counts as." if words else "What happened is not said.")

    def position_of(self, latitude, longitude):
        """Degrees, or (None, None) where there are none or they can not be right, which is counted."""
        if latitude.lower() in NOTHING and longitude.lower() in NOTHING:
            self.misplaced += latitude.startswith("0") and longitude.startswith("0")  # off Africa: nobody's address
            return None, None
        south, west, north, east = self.box
        try:
            y, x = float(latitude), float(longitude)
        except ValueError:
            y = x = float("nan")
        if south <= y <= north and west <= x <= east:
            return y, x
        self.misplaced += 1
        return None, None

    def flag_of(self, text):
        if text not in self.flags:
            said = text.lower()
            if said not in YES and said not in NO:
                raise ValueError(f"“{text[:20]}” is neither yes nor no.")
            self.flags[text] = said in YES
        return self.flags[text]


def number_of(text):
    if found := KEPT_AS_TEXT.fullmatch(text):
        text = found[1]
    if not text:
        raise ValueError("The number is empty: without it nobody could tell this report from another.")
    if text.startswith(FORMULA):
        raise ValueError(f"The number “{text[:20]}” begins like a formula; write the plain number.")
    if ROUNDED.fullmatch(text):
        raise ValueError(f"A spreadsheet rounded the number to “{text[:20]}”; export the list anew, as text.")
    if len(text) > LONGEST_NUMBER:
        raise ValueError(f"A number has at most {LONGEST_NUMBER} characters, this has {len(text)}.")
    return text


def tried(table, reading, most):
    """The first rows as they will be read, and the first that will be refused: [(line, fields)], [(line, because)]."""
    good: list[tuple] = []
    bad: list[tuple[int, str]] = []
    for line, cells in islice(table.rows, 50 * most):
        try:
            fields = reading.read(cells)
        except ValueError as wrong:
            bad.append((line, str(wrong)))
            continue
        if fields and len(good) < most:
            good.append((line, dict(zip(FIELDS, fields, strict=True))))
        if len(good) >= most and len(bad) >= most:
            break
    return good, bad[:most]
