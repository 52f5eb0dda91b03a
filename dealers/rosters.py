"""A jail's list of who was booked and who was released, read line by line. Nothing is written here.

Jails name and order their columns as they like; what we do not know of is not read. Of a line that can not be read only
its number is told: whoever stands on it is nobody of ours.
"""

from dataclasses import dataclass
from datetime import date

from dealers.imports.dates import day_in
from dealers.matching import Person
from dealers.models import RosterMatch
from dmi.errors import RuleBroken
from dmi.tables import plain

COLUMNS = {
    "last_name": ("last_name", "last", "surname", "lname", "name_last"),
    "first_name": ("first_name", "first", "given_name", "fname", "name_first"),
    "middle_name": ("middle_name", "middle", "middle_initial", "mi", "name_middle"),
    "date_of_birth": ("date_of_birth", "dob", "birth_date", "birthdate", "born"),
    "event": ("event", "status", "action", "type", "booked_released", "booked_or_released"),
    "date": ("date", "event_date", "date_of_event", "booking_date", "when", "date_time", "on"),
}
NEEDED = ("last_name", "event", "date")
EVENTS = {
    RosterMatch.Event.BOOKED: {"booked", "booking", "book", "in", "intake", "arrested", "admitted", "committed"},
    RosterMatch.Event.RELEASED: {"released", "release", "rel", "out", "discharged", "bailed", "bonded", "bonded out"},
}
LONGEST_NAME = 60
LONGEST_LINE = RosterMatch._meta.get_field("as_written").max_length


class Unreadable(Exception):
    """Why a line can not be read, in words that quote nothing of it."""


@dataclass(frozen=True)
class Line:
    """One person of the list, and what happened."""

    number: int
    last_name: str
    first_name: str
    middle_name: str
    born: tuple | None
    event: str
    event_on: date

    @property
    def as_written(self):
        """SMITH, JON A, born 3/4/1990: by this the same line is known on the next list."""
        given = " ".join(filter(None, (self.first_name, self.middle_name)))
        born = "/".join(str(part) for part in (self.born[1], self.born[2], self.born[0]) if part) if self.born else ""
        return ", ".join(filter(None, (self.last_name, given, f"born {born}" if born else "")))[:LONGEST_LINE]

    @property
    def person(self):
        return Person(
            key=str(self.number), last_name=self.last_name, first_name=self.first_name, middle_name=self.middle_name,
            born=(tuple(self.born),) if self.born else (),
        )  # fmt: skip


def lines_in(table, today):
    """(lines, complaints) of a table. Refused: a list without one of the columns needed, or without a good line."""
    places = places_of(table.header)
    lines, complaints = [], []
    for number, cells in table.rows:
        try:
            lines.append(line_of(number, cells, places, today))
        except Unreadable as why:
            complaints.append(f"Line {number}: {why}")
    if not lines:
        raise RuleBroken(f"No line of this list can be read. {complaints[0]}.")
    return lines, complaints


def places_of(header):
    """Our column -> where it stands, whatever the list calls it."""
    said = [plain(name) for name in header]
    places = {
        column: next((said.index(name) for name in names if name in said), None) for column, names in COLUMNS.items()
    }
    if lacking := [column for column in NEEDED if places[column] is None]:
        needed = ", ".join(COLUMNS)
        raise RuleBroken(f"The list has no column “{lacking[0]}”. It needs {needed}, in any order and case.")
    return places


def line_of(number, cells, places, today):
    said = {
        column: cells[place] if place is not None and place < len(cells) else "" for column, place in places.items()
    }
    if not said["last_name"]:
        raise Unreadable("no last name")
    return Line(
        number=number, last_name=said["last_name"][:LONGEST_NAME], first_name=said["first_name"][:LONGEST_NAME],
        middle_name=said["middle_name"][:LONGEST_NAME], born=born_on(said["date_of_birth"], today),
        event=event_of(said["event"]), event_on=day_of(said["date"], today),
    )  # fmt: skip


def event_of(text):
    word = text.strip().lower()
    event = next((event for event, words in EVENTS.items() if word in words), None)
    if event is None:
        raise Unreadable("the event is neither “booked” nor “released”")
    return str(event)


def born_on(text, today):
    try:
        return day_in(text, today)
    except ValueError as wrong:
        raise Unreadable("the date of birth is no day that can be; write it like 03/04/1990") from wrong


def day_of(text, today):
    """The day of the event: a whole one, today at the latest."""
    try:
        found = day_in(text, today)
        return date(*found)
    except (TypeError, ValueError) as wrong:
        raise Unreadable("the date of the event is no day up to today; write it like 03/04/2026") from wrong
