"""A list of ties, a line each: who, with whom, and if known how often and when. Phone records are such a list.

Columns by name in any order; without names two to four columns: who, with whom, how often, when.
"""

import re
from dataclasses import dataclass, replace

from dealers.network.bonds import Bond
from dealers.network.files.cells import day_in, is_day, is_number, number_in
from dealers.network.files.told import Told, counted
from dmi.errors import RuleBroken

NAMES = {
    "a": (
        "source from caller a person_a a_person sender calling calling_number calling_party caller_number origin "
        "originating originating_number from_number a_number number_a ego node1 node_1 node_a person1 person_1 name1 "
        "name_1 id1 id_1 dealer source_id from_id"
    ),
    "b": (
        "target to callee b person_b b_person receiver recipient called called_number called_party callee_number "
        "destination destination_number terminating terminating_number dialed dialled dialed_number dialled_number "
        "to_number b_number number_b alter node2 node_2 node_b person2 person_2 name2 name_2 id2 id_2 contact "
        "other target_id to_id"
    ),
    "strength": (
        "weight count strength calls contacts number_of_calls number_of_contacts call_count frequency times total "
        "value messages"
    ),
    "seen_on": (
        "date day when on seen_on last_seen last_on last last_date end datetime date_time timestamp time call_date "
        "call_time start_time start_date calldate"
    ),
    "first_on": "first_seen first_on first first_date since begin",
    "kind": "kind relation relationship tie_type",
}
MEANING = {name: field for field, names in NAMES.items() for name in names.split()}


@dataclass(frozen=True)
class Columns:
    """{field: number of the column}, and the columns' own names where the first line has them."""

    fields: dict[str, int]
    names: tuple[str, ...] = ()

    @property
    def both_ends(self):
        return {"a", "b"} <= self.fields.keys()

    @property
    def is_surely_a_list(self):
        """People of a matrix may be called A and B; but the first column of a matrix has no person's name above it."""
        return self.both_ends and (self.fields["a"] == 0 or len(self.names[self.fields["a"]]) > 1)

    def cell(self, row, field):
        column = self.fields.get(field)
        return row.cells[column] if column is not None and column < len(row.cells) else ""

    def where(self, row, field):
        column = self.fields[field]
        return f"Line {row.line}, column {self.names[column] if self.names else column + 1}"


def read(rows, on) -> Told:
    """Refused: no column for one of the two, a line without one, what is no number from nought up, no day, a day after
    `on`.
    """
    columns, lines = columns_and_lines(rows)
    notes = () if columns.names else ("The columns have no names: the first line is read as a tie.",)
    return Told("edges", [bond_in(row, columns, on) for row in lines], (), notes if lines == rows else ())


def columns_and_lines(rows):
    columns = columns_of(rows[0].cells)
    if columns.both_ends:
        return columns, rows[1:]
    one_end = columns.fields.keys() & {"a", "b"}
    if one_end and len(rows) > 1 and len(rows[0].cells) > 1 and len(columns.fields) > 1:
        raise RuleBroken("The first line names one of the two people only; call the columns “source” and “target”.")
    return columns_by_place(rows)


def columns_of(header):
    """By name; of two columns with the same meaning the first. A and B alone are two people, no names of columns."""
    fields: dict[str, int] = {}
    for column, name in enumerate(header):
        meaning = MEANING.get(re.sub(r"\W+", "_", name.lower()).strip("_"))
        if meaning:
            fields.setdefault(meaning, column)
    are_people = len(fields) == 2 and all(len(header[column]) == 1 for column in fields.values())
    return Columns({} if are_people else fields, header)


def columns_by_place(rows):
    """Who, with whom, and one or two more: days are the column of days, numbers that of numbers."""
    width = max(len(row.cells) for row in rows)
    if not 2 <= width <= 4:
        raise RuleBroken(
            f"Line {rows[0].line} names no columns “source” and “target”, and a list without names has two to four "
            f"columns, not {width}."
        )
    has_names = width > 2 and len(rows) > 1 and not any(map(is_told, rows[0].cells[2:]))
    lines = rows[has_names and any(map(is_told, rows[1].cells[2:])) :]
    days_first = any(is_day(cell) for cell in lines[0].cells[2:3])
    order = ("a", "b", "seen_on", "strength") if days_first else ("a", "b", "strength", "seen_on")
    return Columns({field: column for column, field in enumerate(order[:width])}), lines


def is_told(cell):
    return is_number(cell) or is_day(cell)


def bond_in(row, columns, on):
    check_width(row, columns)
    a, b = (end_in(row, columns, field) for field in ("a", "b"))
    strength = 1.0
    if "strength" in columns.fields:
        strength = number_in(columns.cell(row, "strength"), columns.where(row, "strength"))
    first, last = (
        day_in(columns.cell(row, field), columns.where(row, field), on) if field in columns.fields else None
        for field in ("first_on", "seen_on")
    )
    return dated(Bond(a, b, strength, kind=columns.cell(row, "kind")), first, last, f"Line {row.line}")


def dated(bond, first, last, where):
    """A tie whose last day is not known was seen on its first. Refused: a last day before the first."""
    if first and last and first > last:
        raise RuleBroken(f"{where}: the last day, {last:%-d %B %Y}, is before the first.")
    return replace(bond, first_on=first, seen_on=last or first)


def check_width(row, columns):
    width = len(columns.names or columns.fields)
    if any(row.cells[width:]):
        raise RuleBroken(f"Line {row.line} has {counted(len(row.cells), 'cell')} for {width} columns.")


def end_in(row, columns, field):
    found = columns.cell(row, field)
    if not found:
        raise RuleBroken(f"{columns.where(row, field)}: nobody is named; a tie joins two.")
    return found
