"""What several pages of this app have in common."""

from django.core.cache import cache

from dmi.audit import trail

MINUTE = 60


def opened(request, rows, pk):
    """The record that this page is about, or 404. Opening a form shows facts: a look; sending it is the act's line."""
    if request.method == "POST":
        return trail.find(rows, by=request.user, pk=pk)
    return trail.read(rows, by=request.user, verb=request.resolver_match.func.verb, pk=pk)


def is_news(shown_at, officer, dealers):
    """True where the last minute did not show all of these there; so that typing does not make a line for each key."""
    key = f"{shown_at}:{officer.pk}"
    shown, before = {str(dealer.pk) for dealer in dealers}, cache.get(key, set())
    if shown <= before:
        return False
    cache.set(key, before | shown, MINUTE)
    return True
