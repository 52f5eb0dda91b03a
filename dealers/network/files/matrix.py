"""A matrix of contacts: labels in the first line and the first column, in each cell how often the row told the column.

Counts of both directions are added. An empty cell is no contact.
"""

from collections import Counter

from dealers.network.bonds import Bond
from dealers.network.files.cells import is_number, number_in
from dealers.network.files.told import Told, counted
from dmi.errors import RuleBroken

WIDEST_LIST = 4  # columns of a list of ties whose first line names none


def read(rows) -> Told:
    """Refused: not square, labels that differ, lack or repeat, cells that are no numbers from nought up."""
    labels, lines = labelled(rows)
    check_square(labels, lines)
    check_labels(labels, lines)
    bonds = [
        Bond(row.cells[0], label, number)
        for row in lines
        for label, cell in zip(labels, row.cells[1:], strict=True)
        if cell and (number := number_in(cell, f"Line {row.line}, column {label}"))
    ]
    return Told("matrix", bonds, labels, said_of_both_sides(bonds))


def labelled(rows):
    """(labels of the columns, rows below). Some programs leave out the cell above the row labels."""
    header, lines = rows[0].cells, rows[1:]
    is_short = bool(lines) and all(len(row.cells) == len(header) + 1 for row in lines)
    return (header if is_short else header[1:]), lines


def check_square(labels, lines):
    if len(labels) != len(lines):
        columns, below = counted(len(labels), "column"), counted(len(lines), "row")
        raise RuleBroken(f"The matrix is not square: {columns}, but {below}.")
    for row in lines:
        if len(row.cells) != len(labels) + 1:
            cells = counted(len(row.cells) - 1, "cell")
            raise RuleBroken(f"The matrix is not square: line {row.line} has {cells} for {len(labels)} columns.")


def check_labels(labels, lines):
    for column, label in enumerate(labels, 2):
        if not label:
            raise RuleBroken(f"Column {column} of the first line has no label.")
    [(label, times)] = Counter(labels).most_common(1) or [("", 0)]
    if times > 1:
        raise RuleBroken(f"The label “{label}” stands {times} times in the first line; each person has one column.")
    for label, row in zip(labels, lines, strict=True):
        if row.cells[0] != label:
            raise RuleBroken(
                f"Line {row.line} is labelled “{row.cells[0]}” where the column is “{label}”; "
                "rows and columns are the same people in the same order."
            )


def said_of_both_sides(bonds):
    counts = {(bond.a, bond.b): bond.strength for bond in bonds if bond.a != bond.b}
    is_mirrored = counts and all(counts.get((b, a)) == count for (a, b), count in counts.items())
    return ("The matrix is the same on both sides: every contact is counted twice.",) if is_mirrored else ()


def looks_like_one(rows, columns):
    """By the labels on both sides; else wider than a list of ties or with an empty corner, but for named `columns`."""
    labels, lines = labelled(rows)
    below = [row.cells[0] for row in lines]
    if columns.is_surely_a_list and list(labels) != below:
        return False
    if len(rows[0].cells) > WIDEST_LIST or not rows[0].cells[0]:
        return True
    has_numbers = bool(lines) and all(is_number(cell) or not cell for row in lines for cell in row.cells[1:])
    has_names = any(not is_number(label) for label in labels)
    return has_numbers and (list(labels) == below or (has_names and bool(set(labels) & set(below))))
