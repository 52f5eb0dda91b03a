"""Pages of dealers: fetch what is visible, build the form, submit, redirect, render."""

from dealers.views.acts import (
    add_photo,
    add_source_document,
    approve_predicate,
    import_dealers,
    log_caution,
    log_dealer,
    log_observation,
    log_tie,
    return_draft,
)
from dealers.views.dossier import dossier, view_dealer, view_photo, view_timeline
from dealers.views.lists import view_cards, view_dealers

__all__ = [
    "add_photo",
    "add_source_document",
    "approve_predicate",
    "dossier",
    "import_dealers",
    "log_caution",
    "log_dealer",
    "log_observation",
    "log_tie",
    "return_draft",
    "view_cards",
    "view_dealer",
    "view_dealers",
    "view_photo",
    "view_timeline",
]
