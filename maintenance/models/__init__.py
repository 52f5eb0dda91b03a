"""Afterwards: the CRT's meetings and decisions, the hot sheet and its numbered copies."""

from maintenance.models.decision import Decision
from maintenance.models.hot_sheet import Body, Copy, HotSheet
from maintenance.models.meeting import AgendaItem, Meeting

__all__ = ["AgendaItem", "Body", "Copy", "Decision", "HotSheet", "Meeting"]
