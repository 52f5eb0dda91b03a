"""Hot places and markets by their address or name: few enough to be asked word by word."""

from django.db.models import Q

from markets.models import HotPlace, Market

MOST = 10


def places(words, officer):
    """Hot places visible to this officer whose address or market holds every word."""
    rows = HotPlace.objects.visible_to(officer).select_related("market")
    return list(holding(rows, words, "address", "market__name", "what_happens"))


def markets(words, officer):
    """Markets visible to this officer whose name holds every word."""
    return list(holding(Market.objects.visible_to(officer), words, "name"))


def holding(rows, words, *columns):
    asked = words.split()
    for word in asked:
        either = Q()
        for column in columns:
            either |= Q(**{f"{column}__icontains": word})
        rows = rows.filter(either)
    return rows[:MOST] if asked else rows.none()
