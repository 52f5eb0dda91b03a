"""A list of the records system: whose columns are ours, when and where each row happened, what is wrong with it.

Nothing is written here.
"""

from markets.records.columns import COLUMNS, NEEDED, proposed, refuse_no_header
from markets.records.moments import ASK, DAY_FIRST, MONTH_FIRST, Moments, Orders
from markets.records.rows import FIELDS, Reading, box_around, said_of, tried

__all__ = [
    "ASK",
    "COLUMNS",
    "DAY_FIRST",
    "FIELDS",
    "MONTH_FIRST",
    "NEEDED",
    "Moments",
    "Orders",
    "Reading",
    "box_around",
    "proposed",
    "refuse_no_header",
    "said_of",
    "tried",
]
