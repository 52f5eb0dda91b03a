"""A network from elsewhere: a labelled matrix, a list of ties or GraphML, as one `Told`."""

from datetime import date

from dealers.network.files import edges, graphml, matrix
from dealers.network.files.cells import rows_of, text_of
from dealers.network.files.told import MOST_BYTES, Told, checked
from dmi.errors import RuleBroken

MATRIX, EDGES, GRAPHML = FORMATS = ("matrix", "edges", "graphml")

__all__ = ["EDGES", "FORMATS", "GRAPHML", "MATRIX", "MOST_BYTES", "Told", "read"]


def read(content: bytes, *, on: date, form: str = "") -> Told:
    """The people and ties of a file; `form` is one of FORMATS, guessed where it is not said.

    Refused in one sentence, with the line where there is one: what is no text or no such format, an empty network, one
    person, nobody tied to anybody else, a matrix that is not square or labelled unlike on both sides, a label twice,
    what is no number from nought up, a day after `on`, more than can be measured.
    """
    if len(content) > MOST_BYTES:
        raise RuleBroken(f"The file is larger than {MOST_BYTES // 1024 // 1024} MB; take fewer people or days.")
    text = text_of(content)
    if not text.strip():
        raise RuleBroken("The file is empty.")
    return checked(parsed(text, form or ("graphml" if text.lstrip().startswith("<") else ""), on))


def parsed(text, form, on):
    if form == GRAPHML:
        return graphml.read(text, on)
    rows = rows_of(text)
    is_matrix = form == MATRIX or (not form and matrix.looks_like_one(rows, edges.columns_of(rows[0].cells)))
    return matrix.read(rows) if is_matrix else edges.read(rows, on)
