"""Lists in and out: CSV as offices send it and XLSX, by content; out of here no cell is ever a formula."""

from dmi.tables.kept import MOST_KEPT_ROWS, opened
from dmi.tables.reading import MOST_BYTES, MOST_ROWS, Table, in_parts, plain, read
from dmi.tables.writing import neutral, write_csv, write_workbook, write_xlsx

__all__ = [
    "MOST_BYTES",
    "MOST_KEPT_ROWS",
    "MOST_ROWS",
    "Table",
    "in_parts",
    "neutral",
    "opened",
    "plain",
    "read",
    "write_csv",
    "write_workbook",
    "write_xlsx",
]
