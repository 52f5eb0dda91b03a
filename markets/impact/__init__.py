"""Whether it worked: what was counted before and after, beside a comparison where there is one."""

from markets.impact.lines import Line
from markets.impact.measured import Impact, deaths_of, impact_of
from markets.impact.measures import ALL, APART, CRIMES, MEASURES

__all__ = ["ALL", "APART", "CRIMES", "MEASURES", "Impact", "Line", "deaths_of", "impact_of"]
