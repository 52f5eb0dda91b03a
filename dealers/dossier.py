"""The dossier's timeline: what every app knows of a dealer, by day."""

from dataclasses import dataclass

from django.apps import apps


@dataclass(frozen=True)
class Event:
    """One line of a timeline: the record and the partial that shows it."""

    at: object
    record: object
    template: str


def timeline_rows(dealer, officer):
    """Rows (at, kind, key), newest first: a UNION ALL over every model whose queryset can say `on_timeline`.

    Whoever asks has found the dealer through the gate, so each model only asks what is narrower than that: a market,
    the other end of a tie. The dealer's own gate eight times over would take longer than all the rest.
    """
    parts = [
        model._default_manager.on_timeline(dealer, officer)
        for model in apps.get_models()
        if hasattr(model._default_manager, "on_timeline")
    ]
    return parts[0].union(*parts[1:], all=True).order_by("-timeline_at", "-timeline_key")


def events_of(rows):
    """The records behind rows of (at, kind, key), one query for each kind, in the order of the rows."""
    wanted: dict[str, list[str]] = {}
    for _, kind, key in rows:
        wanted.setdefault(kind, []).append(key)
    found = {
        kind: {
            str(key): record
            for key, record in apps.get_model(kind)._default_manager.for_timeline().in_bulk(keys).items()
        }
        for kind, keys in wanted.items()
    }
    return [
        Event(at, found[kind][key], f"{kind.replace('.', '/timeline/')}.html")
        for at, kind, key in rows
        if key in found[kind]
    ]
