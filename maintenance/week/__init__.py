"""The week in numbers: each market against its own weeks before, told before the CRT says what is different."""

from maintenance.week.gathering import weeks_of
from maintenance.week.lines import Line, MarketWeek

__all__ = ["Line", "MarketWeek", "weeks_of"]
