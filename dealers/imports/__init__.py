"""A list of names from elsewhere: its columns known by their names, every row checked, every error told at once.

Nothing is written here.
"""

from dealers.imports.alike import Checked, checked, rejects
from dealers.imports.columns import COLUMNS, Unknown, did_you_mean, headers_proposed, known, proposed, unknown
from dealers.imports.dates import day_in
from dealers.imports.rows import Row, row_of, rows_in

__all__ = [
    "COLUMNS",
    "Checked",
    "Row",
    "Unknown",
    "checked",
    "day_in",
    "did_you_mean",
    "headers_proposed",
    "known",
    "proposed",
    "rejects",
    "row_of",
    "rows_in",
    "unknown",
]
