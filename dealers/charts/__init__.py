"""The network of one market as an officer sees it: put together, drawn, counted by the worker, taken along."""

from dealers.charts.asked import Asked
from dealers.charts.assembly import Chart, Named, Pair, chart_of
from dealers.charts.counting import analysis_of, best_of, count, network_of, result_of, rows_of
from dealers.charts.curves import Curve, curve_of
from dealers.charts.leaving import FILES, drawn, leaving, told_of
from dealers.charts.measuring import COLUMNS, MEASURES, Row, Table, table_of
from dealers.charts.picture import Picture, picture_of
from dealers.charts.script import for_script
from dealers.charts.without import Without, without

__all__ = [
    "COLUMNS", "FILES", "MEASURES",
    "Asked", "Chart", "Curve", "Named", "Pair", "Picture", "Row", "Table", "Without",
    "analysis_of", "best_of", "chart_of", "count", "curve_of", "drawn", "for_script", "leaving", "network_of",
    "picture_of", "result_of", "rows_of", "table_of", "told_of", "without",
]  # fmt: skip
