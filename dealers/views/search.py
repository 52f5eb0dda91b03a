"""One box for everything: who is meant, and where."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from dealers import search as finding
from dealers.views.base import is_news
from dmi.audit import trail
from dmi.audit.doors import permitted

LONGEST = 100


@require_GET
@permitted("dealers.search")
def search(request):
    """The page, or while somebody types (htmx) the first few people as a part of it."""
    words = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    if request.htmx:
        return suggestions(request, words)
    shown = {
        "words": words,
        "people": finding.people(words, request.user),
        "places": finding.places(words, request.user),
        "markets": finding.markets(words, request.user),
    }
    hits = sum(len(shown[kind]) for kind in ("people", "places", "markets"))
    if words:
        trail.enter_search(request.user, "dealers.search", words, hits)
    return render(request, "dealers/search.html", shown | {"hits": hits, "most": finding.MOST})


def suggestions(request, words):
    """Entered when they show somebody whom the last minute's did not.

    A line for each key would bury the searches that were meant; none at all would let somebody read names off the box.
    """
    people = finding.suggested(words, request.user)
    if is_news("suggested", request.user, [each.dealer for each in people]):
        trail.enter_search(request.user, "dealers.search", words, len(people))
    return render(request, "dealers/_suggestions.html", {"words": words, "people": people})
