"""Where: what a market is, its places, what happens there, and whether it worked."""

from markets.models.market import Assignment, Market, StageChange
from markets.models.place import HotPlace

__all__ = ["Assignment", "HotPlace", "Market", "StageChange"]
