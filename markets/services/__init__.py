"""What is done with a market and its places. One verb, one file."""

from markets.services.assign_officer import assign_officer
from markets.services.change_hot_place import change_hot_place
from markets.services.change_stage import change_stage
from markets.services.log_hot_place import log_hot_place
from markets.services.open_market import open_market
from markets.services.release_officer import release_officer

__all__ = [
    "assign_officer",
    "change_hot_place",
    "change_stage",
    "log_hot_place",
    "open_market",
    "release_officer",
]
