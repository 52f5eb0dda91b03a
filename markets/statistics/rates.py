"""Whether a count went up or down between two windows of time, and how sure one may be of it. Pure.

Two Poisson counts are compared given their sum: the later one is then binomial, and its share says the ratio of the
two rates. Sources: Przyborowski and Wilenski, Biometrika 31 (1940), for the condition; Clopper and Pearson, Biometrika
26 (1934), for the exact interval of a share. Exact means that it holds the true ratio at least 95 times in 100, however
small the counts. Rutland County, 16 deaths and then 14: ratio 0.875, interval 0.396 to 1.913.
"""

from dataclasses import dataclass
from functools import cached_property
from math import inf

from scipy.special import betaincinv

DOUBT = 0.05  # one interval in twenty misses the truth: of a table of twenty rows, expect one that does
FALL, RISE, NO_INCREASE, OPEN = "a fall", "a rise", "no increase", "can not be said"


def share_interval(count: int, of: int, doubt: float = DOUBT) -> tuple[float, float]:
    """The exact interval of a binomial share (Clopper and Pearson): 0 of 10 is 0 to 0.308."""
    low = betaincinv(count, of - count + 1, doubt / 2) if count else 0.0
    high = betaincinv(count + 1, of - count, 1 - doubt / 2) if count < of else 1.0
    return float(low), float(high)


def ratio_of(share: float) -> float:
    """What the later count is to the earlier one, where this share of both is the later one."""
    return share / (1 - share) if share < 1 else inf


@dataclass(frozen=True)
class Change:
    """A count before and a count after, each with its exposure: days, or 1 and 1 where the periods count as equal."""

    before: int
    after: int
    exposure_before: float = 1
    exposure_after: float = 1

    def __post_init__(self):
        if min(self.before, self.after) < 0 or min(self.exposure_before, self.exposure_after) <= 0:
            raise ValueError("Counts are not negative, and every window has some length.")

    @property
    def rate_before(self) -> float:
        return self.before / self.exposure_before

    @property
    def rate_after(self) -> float:
        return self.after / self.exposure_after

    @property
    def ratio(self) -> float | None:
        """The rate after as a multiple of the rate before; undefined where nothing was counted before."""
        return self.rate_after / self.rate_before if self.before else None

    @property
    def percent(self) -> float | None:
        """(after - before) / before of the rates, in percent; undefined where nothing was counted before."""
        return None if self.ratio is None else 100 * (self.ratio - 1)

    @cached_property
    def interval(self) -> tuple[float, float] | None:
        """The exact 95 % interval of the ratio. Its end is infinite where nothing was counted before; None for 0, 0."""
        if not self.before + self.after:
            return None
        low, high = share_interval(self.after, self.before + self.after)
        exposed = self.exposure_before / self.exposure_after
        return ratio_of(low) * exposed, ratio_of(high) * exposed

    @property
    def words(self) -> str:
        """What may be said of it.

        "a fall" or "a rise" where the whole interval lies on that side of 1. Where it holds 1, "no increase" if the
        rate after is not above the rate before: that much was counted, and a fall may still be chance. Else, a rate
        that rose within what chance does, or nothing counted at all, "can not be said".
        """
        if self.interval is None:
            return OPEN
        low, high = self.interval
        if high < 1:
            return FALL
        if low > 1:
            return RISE
        return NO_INCREASE if self.rate_after <= self.rate_before else OPEN
