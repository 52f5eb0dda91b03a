"""Tabs on a record: an app that knows more of it says so in its AppConfig, and the record's own app imports none."""

from dataclasses import dataclass

from django.apps import apps

LAST = 100


@dataclass(frozen=True)
class Tab:
    label: str
    url_name: str  # takes the record's id; the page extends the record's frame and lives in the app that owns the nouns
    verb: str  # who sees the tab; the page asks again
    place: int = LAST  # from the left; those of the same place in the order of the apps


def tabs_for(officer, record):
    """The tabs of a kind of record ("dossier", "market") that this officer may open, from left to right."""
    declared = [tab for app in apps.get_app_configs() for tab in getattr(app, f"{record}_tabs", ())]
    return sorted((tab for tab in declared if officer.has_perm(tab.verb)), key=lambda tab: tab.place)
