"""Who answers for a dealer: to whom the record is assigned, else who logged it."""

from django.db.models import Q


def answered_for_by(officer, way=""):
    """What holds where this officer answers for the dealer; `way` leads there, as "supervision__dealer__" does."""
    assigned = Q(**{f"{way}assigned_to": officer})
    return assigned | Q(**{f"{way}assigned_to": None, f"{way}logged_by": officer})
