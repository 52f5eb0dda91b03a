"""Afterwards: the CRT's meetings and decisions, the hot sheet and its numbered copies."""

from maintenance.models.hot_sheet import Body, Copy, HotSheet
from maintenance.models.meeting import AgendaItem, Decision, Meeting

__all__ = ["AgendaItem", "Body", "Copy", "Decision", "HotSheet", "Meeting"]
