"""Whether a market fell more than the place it is compared with, and whether the trade only moved next door. Pure.

WDD, the weighted displacement difference: Wheeler and Ratcliffe, Crime Science 7:11 (2018). Windows of different length
are brought to one length, and the variance with them, as Wheeler shows (andrewpwheeler.com, 9 January 2021).
WDQ, the weighted displacement quotient: Bowers and Johnson, Journal of Quantitative Criminology 19 (2003).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from scipy.special import ndtr

Z = 1.959963984540054  # of the normal distribution, for 95 percent
FEW = 5  # Task force policy: the test rests on the normal distribution, which counts below this do not follow closely
FEWER, MORE, CHANCE, NOTHING = "fewer than expected", "more than expected", "within what chance does", "nothing counted"
SPREAD, STAYED, MOVED_PARTLY, MOVED = "benefit spread", "nothing moved", "moved in part", "moved"
NO_BENEFIT = "no benefit to move"


@dataclass(frozen=True)
class Pair:
    """What one place counted before and after."""

    before: int
    after: int

    def difference(self, share: float = 1) -> float:
        """After less before, where this share of the time before is as long as the time after."""
        return self.after - share * self.before

    def variance(self, share: float = 1) -> float:
        return self.after + share**2 * self.before


NONE = Pair(0, 0)


@dataclass(frozen=True)
class Difference:
    """The WDD: how many more (or fewer) than the comparison leads one to expect, over a time as long as that after."""

    value: float
    error: float
    is_rough: bool  # some count is below FEW; a strip without any does not count as one

    @property
    def z(self) -> float | None:
        return self.value / self.error if self.error else None

    @property
    def p(self) -> float | None:
        """Two-sided: how often chance alone gives a difference at least as large."""
        return None if self.z is None else float(2 * ndtr(-abs(self.z)))

    @property
    def interval(self) -> tuple[float, float]:
        """At 95 %."""
        return self.value - Z * self.error, self.value + Z * self.error

    @property
    def words(self) -> str:
        """On which side of nought the whole interval lies."""
        low, high = self.interval
        if not self.error:
            return NOTHING
        return FEWER if high < 0 else MORE if low > 0 else CHANCE


def difference(
    treated: Pair, control: Pair, near: Pair = NONE, near_control: Pair = NONE, share: float = 1
) -> Difference:
    """The WDD of the market and its strip against the comparison area and the strip around that.

    `share` is the length of the time after divided by that of the time before; with equal windows it is the published
    test, and without strips the plain difference in differences.
    """
    if share <= 0:
        raise ValueError("Every window has some length.")
    four = (treated, control, near, near_control)
    gained = treated.difference(share) - control.difference(share)
    moved = near.difference(share) - near_control.difference(share)
    counted = [treated, control, *(pair for pair in (near, near_control) if pair != NONE)]
    rough = any(min(pair.before, pair.after) < FEW for pair in counted)
    return Difference(gained + moved, sqrt(sum(pair.variance(share) for pair in four)), rough)


def summed(pairs: Iterable[Pair]) -> Pair:
    """Several places as one: the three counties that neighbour Rutland."""
    pairs = list(pairs)
    return Pair(sum(pair.before for pair in pairs), sum(pair.after for pair in pairs))


@dataclass(frozen=True)
class Quotient:
    """The WDQ: what the strip gained or lost for each part that the market gained, both beside the comparison area."""

    near: float  # change of the strip's size beside the comparison area
    treated: float  # the same of the market; below nought where it fared better

    @property
    def value(self) -> float | None:
        """Undefined where the market did not fare better: there is then no benefit that could have moved."""
        return self.near / self.treated if self.treated < 0 else None

    @property
    def words(self) -> str:
        """Above nought the strip gained too, at 1 as much as the market. At -1 as much moved next door as was won."""
        if self.value is None:
            return NO_BENEFIT
        if self.value >= 0:
            return SPREAD if self.value else STAYED
        return MOVED_PARTLY if self.value > -1 else MOVED


def quotient(treated: Pair, control: Pair, near: Pair) -> Quotient | None:
    """The WDQ. Undefined where the comparison area counted nothing in one of the windows."""
    if not (control.before and control.after):
        return None
    return Quotient(
        near.after / control.after - near.before / control.before,
        treated.after / control.after - treated.before / control.before,
    )
