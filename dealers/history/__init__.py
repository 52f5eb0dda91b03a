"""What was changed about a dealer, field by field: from the event tables that triggers of the database fill.

One statement over all of them says which are the newest. What a reader may not see (a part in another market, a
tie to somebody unseen) is left out by the rows' own gates. `events` reads, `telling` puts into words.
"""

from dataclasses import dataclass

from dealers.history.events import events_of, names_in, newest, place_of, tables
from dealers.history.telling import Act, Change, Line, Teller, words_of_kind

__all__ = ["Act", "Change", "Line", "Page", "is_cursor", "kinds", "page_of"]

PAGE = 50


@dataclass(frozen=True)
class Page:
    acts: list[Act]
    before: str | None  # the cursor from which the next page goes back


def page_of(dealer, officer, *, kind="", before="", size=PAGE, untold=()):
    """The newest changes of this dealer that the officer may see, older than the cursor; a page by a few queries.

    `kind` is one of `kinds()`; `untold` names fields that this reader is not told.
    """
    wanted = [kind] if kind else list(tables())
    keys = newest(wanted, dealer, officer, place_of(before), size + 1)
    shown = events_of(keys[:size])
    teller = Teller(dealer, names_in(shown, dealer, officer), frozenset(untold))
    return Page(teller.acts(shown), shown[-1].cursor if len(keys) > size else None)


def is_cursor(text):
    return place_of(text) is not None


def kinds():
    """What can be asked for: (name, words), by their words."""
    named = [(words_of_kind(table.pgh_tracked_model), name) for name, table in tables().items()]
    return [(name, words) for words, name in sorted(named)]
