"""The rows of a checked list as an officer may read them: whom they look like, as far as he may know it."""

from dataclasses import dataclass

from dealers.imports.rows import Row, row_of
from dealers.models import Dealer, Pointer

MOST = 3  # likenesses that are shown of a row


@dataclass(frozen=True)
class Alike:
    """A record, another row, or that there is somebody: then only whom to call."""

    words: str
    href: str
    row: int | None
    dealer: Dealer | None
    percent: int | None
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """A row with what is wrong with it and whom it looks like."""

    row: Row
    is_good: bool
    is_alike: bool
    alike: list[Alike]

    @property
    def line(self):
        return self.row.line

    @property
    def errors(self):
        return [{"column": column, "message": message} for column, message in self.row.errors]


def checked(batch, kept, today, officer):
    """ImportRows as `Checked`, in two queries however many they are."""
    asked = [each["dealer"] for row in kept for each in row.alike if "dealer" in each]
    seen = {str(dealer.pk): dealer for dealer in Dealer.objects.visible_to(officer).filter_ids(asked).with_names()}
    told = Pointer.objects.filter(given_to=officer, dealer__in=asked)
    owned = told.select_related("dealer__assigned_to", "dealer__logged_by")
    pointers = {str(each.dealer_id): each.dealer.owner for each in owned}
    places = batch.places()
    return [
        Checked(as_read(row, places, batch, today), row.is_good, row.is_alike, list(likenesses(row, seen, pointers)))
        for row in kept
    ]


def as_read(kept, places, batch, today):
    """Its cells read again; what is wrong with it stands as it was found, when it was."""
    row = row_of(kept.line, kept.cells, places, len(batch.header), today)
    row.errors = [(column, message) for column, message in kept.errors]
    return row


def likenesses(kept, seen, pointers):
    for each in kept.alike[:MOST]:
        told = {"percent": round(each["score"] * 100), "reasons": tuple(each["reasons"])}
        if "row" in each:
            yield Alike(f"Line {each['row']}", "", each["row"], None, **told)
        elif dealer := seen.get(each["dealer"]):
            yield Alike(f"{dealer} ({dealer.reference})", dealer.get_absolute_url(), None, dealer, **told)
        elif owner := pointers.get(each["dealer"]):
            words = f"A record may exist; call {', '.join(filter(None, (str(owner), owner.phone)))}"
            yield Alike(words, "", None, None, None, ())


def rejects(batch):
    """(header, rows) of what is not imported: the columns of the file, and why, in the last one."""
    rows = batch.rows.bad() if batch.state == batch.State.CHECKED else batch.rows.all()
    width = len(batch.header)
    lines = ([*padded(row.cells, width), why_not(row)] for row in rows.iterator(chunk_size=500))
    return [*batch.header, "reason"], lines


def padded(cells, width):
    """A row that is too long keeps what is too much in its last cell."""
    cells = cells + [""] * (width - len(cells))
    return [*cells[: width - 1], " ".join(cells[width - 1 :])]


def why_not(row):
    told = [f"{column}: {message}" if column else message for column, message in row.errors]
    if not told and row.is_alike:
        told = ["looks like somebody on file or in another row"]
    return " ".join(told) or "was not chosen"
