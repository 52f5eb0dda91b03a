"""What was changed about a participant, field by field: from the event tables that triggers of the database fill.

One statement over all kinds says which are the newest. `events` reads, `telling` puts into words. The words, and what
one act is, are those of a dealer's history; the rows are this compartment's alone.
"""

from dataclasses import dataclass

from callins.dtc.history.events import events_of, names_in, newest, place_of, tables
from callins.dtc.history.telling import Teller, words_of_kind
from dealers.history.telling import Act

__all__ = ["Page", "is_cursor", "kinds", "page_of"]

PAGE = 50


@dataclass(frozen=True)
class Page:
    acts: list[Act]
    before: str | None  # the cursor from which the next page goes back


def page_of(participant, officer, *, kind="", before="", size=PAGE):
    """The newest changes of this participant's records, older than the cursor; `kind` is one of `kinds()`."""
    keys = newest([kind] if kind else list(tables()), participant, place_of(before), size + 1)
    shown = events_of(keys[:size])
    return Page(Teller(names_in(shown, officer)).acts(shown), shown[-1].cursor if len(keys) > size else None)


def is_cursor(text):
    return place_of(text) is not None


def kinds():
    """What can be asked for: (name, words), by their words."""
    named = [(words_of_kind(table.pgh_tracked_model), name) for name, table in tables().items()]
    return [(name, words) for words, name in sorted(named)]
