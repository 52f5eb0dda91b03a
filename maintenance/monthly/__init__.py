"""The monthly page without names, for chief and mayor: gathered once, frozen as canonical JSON, read ever after."""

from maintenance.monthly.contents import MonthContents
from maintenance.monthly.gathering import contents_of

__all__ = ["MonthContents", "contents_of"]
