"""The court's weekly session: who ought to come before it and why, and what may be told of each to whom."""

from callins.dtc.dockets.lines import Line, lines_for
from callins.dtc.dockets.suggesting import Suggestion, may_come, others, suggested
from callins.dtc.dockets.told import Told

__all__ = ["Line", "Suggestion", "Told", "lines_for", "may_come", "others", "suggested"]
