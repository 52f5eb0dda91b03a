"""What may be said of counts before and after: pure functions on numbers, each module naming its sources."""

from markets.statistics.control import Chart, Signal, chart
from markets.statistics.displacement import NONE, Difference, Pair, Quotient, difference, quotient, summed
from markets.statistics.rates import Change, share_interval
from markets.statistics.weeks import Part, Week, Window, by_week, frame, mean, series

__all__ = [
    "NONE",
    "Change",
    "Chart",
    "Difference",
    "Pair",
    "Part",
    "Quotient",
    "Signal",
    "Week",
    "Window",
    "by_week",
    "chart",
    "difference",
    "frame",
    "mean",
    "quotient",
    "series",
    "share_interval",
    "summed",
]
