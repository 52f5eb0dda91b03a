"""Whether the weeks since the call-in still look like the quiet ones right after it: a sign that a market re-emerges.

A control chart (Shewhart 1931) of counts. Its limits are exact: given what the stable weeks and the week looked at
counted together, the week's count is binomial (Nelson, Technometrics 12 (1970), prediction of a Poisson count). With
many stable weeks they are the limits of a Poisson distribution with their mean; with few they are wider, for a mean of
eight weeks is itself not sure. Rules: Western Electric, Statistical Quality Control Handbook (1956), and Nelson,
Journal of Quality Technology 16 (1984); only those that look upward, for fewer incidents alarm nobody. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from scipy.special import betainc, chdtrc

from markets.statistics.weeks import Week

STABLE_WEEKS = 8  # Task force policy: the whole weeks after the call-in that later ones are held against
FEWEST_STABLE = 4  # below this nothing is judged
BEYOND_THREE, BEYOND_TWO = 0.00135, 0.02275  # of the normal distribution beyond three and two standard deviations
RUN = 9  # Nelson, rule 2
UNEVEN = 0.05

ONE_BEYOND = "one week above the upper limit"
TWO_OF_THREE = "two weeks of three above the warning limit"
NINE_ABOVE = "nine weeks in a row above the mean"


@dataclass(frozen=True)
class Signal:
    rule: str
    week: Week  # the one that completed it

    @property
    def on(self) -> date:
        return self.week.from_on


@dataclass(frozen=True)
class Chart:
    """What is drawn and said: the stable weeks, those watched since, the limits, and the signals, the oldest first."""

    stable: tuple[Week, ...]
    watched: tuple[Week, ...]
    mean: float
    warning: int  # the most that two weeks of three may count
    limit: int  # the most that a week may count
    is_uneven: bool  # the stable weeks differ more than chance lets them: the limits are then too narrow
    signals: tuple[Signal, ...] = field(default=())

    def signals_since(self, day: date) -> tuple[Signal, ...]:
        """Those of weeks that began on this day or later."""
        return tuple(signal for signal in self.signals if signal.on >= day)


def chance_of(count: int | np.ndarray, total: int, weeks: int):
    """How often one more week counts as much or more, after so many weeks with this total and nothing changed."""
    count = np.asarray(count, dtype=float)
    return np.where(count > 0, betainc(np.maximum(count, 1), total + 1, 1 / (weeks + 1)), 1.0)


def most(total: int, weeks: int, beyond: float) -> int:
    """The largest count of a week that is not beyond: what comes above it happens by chance less often than that."""
    mean = total / weeks
    tried = np.arange(int(mean), int(4 * mean + 60))
    within = tried[chance_of(tried, total, weeks) > beyond]
    return int(within[-1])


def is_uneven(counts: Sequence[int]) -> bool:
    """True where the weeks vary more than Poisson counts would once in twenty (dispersion test, Fisher 1925)."""
    mean = sum(counts) / len(counts)
    if not mean:
        return False
    return bool(chdtrc(len(counts) - 1, sum((count - mean) ** 2 for count in counts) / mean) < UNEVEN)


def chart(weeks: Sequence[Week], stable_weeks: int = STABLE_WEEKS) -> Chart | None:
    """The weeks since the call-in held against the first whole ones. None as long as there are too few of those.

    The last week may not be over: it is judged by the upper limit alone, for it can only grow.
    """
    whole = [week for week in weeks if not week.is_partial]
    stable = whole[:stable_weeks]
    if len(stable) < FEWEST_STABLE:
        return None
    watched = [week for week in weeks if week.from_on > stable[-1].from_on]
    counts = [week.count for week in stable]
    total, n = sum(counts), len(stable)
    warning, limit = (most(total, n, beyond) for beyond in (BEYOND_TWO, BEYOND_THREE))
    signals = signals_of(watched, total / n, warning, limit)
    return Chart(tuple(stable), tuple(watched), total / n, warning, limit, is_uneven(counts), signals)


def signals_of(watched: Sequence[Week], mean: float, warning: int, limit: int) -> tuple[Signal, ...]:
    """Every rule that a week completes, one signal for each."""
    found = []
    for place, week in enumerate(watched):
        so_far = [] if week.is_partial else watched[: place + 1]
        if week.count > limit:
            found.append(Signal(ONE_BEYOND, week))
        elif so_far and week.count > warning and sum(each.count > warning for each in so_far[-3:]) > 1:
            found.append(Signal(TWO_OF_THREE, week))
        if len(so_far) >= RUN and all(each.count > mean for each in so_far[-RUN:]):
            found.append(Signal(NINE_ABOVE, week))
    return tuple(found)
