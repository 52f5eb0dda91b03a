"""What came of a call-in: counted, beside what two towns published."""

from callins.results.counted import Results, results_of
from callins.results.files import HEADER, rows_of

__all__ = ["HEADER", "Results", "results_of", "rows_of"]
