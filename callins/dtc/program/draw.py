"""Who is tested today: drawn with equal odds every day, never in weekly blocks, so that no day is safe.

With odds of 2 in 7, (5/7)**7 or 9.5 % of weeks have no test: such a week is "not tested", never "clean". Whoever
is below the floor of the last 28 days is drawn as well; what still lacks is the program's shortfall, not theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from math import comb, erfc

from callins.dtc.program.configuration import FLOOR_DAYS, Rules


class Specimen(StrEnum):
    URINE = "urine"
    ORAL_FLUID = "oral_fluid"


def is_drawn(odds: Fraction, below: Callable[[int], int]) -> bool:
    """`below(n)` gives a number from 0 to n - 1, all alike: secrets.randbelow. Exact: no fraction is rounded."""
    return below(odds.denominator) < odds.numerator


def without_a_test(odds: Fraction, days: int = 7) -> Fraction:
    """How likely so many days in a row go by without a draw."""
    return (1 - odds) ** days


def floor_from(today: date) -> date:
    """The first of the 28 days."""
    return today - timedelta(days=FLOOR_DAYS)


def lacking(given: int, since: date, today: date, floor: int) -> int:
    """Tests lacking to the floor, of which so many were given in the 28 days up to yesterday; none before 28 days in a
    row have counted. `since` is the first day that counts: of the attempt, or after the last pause.
    """
    return max(0, floor - given) if since <= floor_from(today) else 0


def due_at(notified_at: datetime, specimen: Specimen, rules: Rules) -> datetime:
    """Eight hours after notice for urine, four for oral fluid: real hours, also where the clocks change between."""
    hours = rules.urine_hours if specimen == Specimen.URINE else rules.oral_fluid_hours
    return notified_at + timedelta(hours=hours)


DILUTE_BELOW = 20  # mg/dL creatinine [P]


def is_dilute(creatinine: float | None) -> bool:
    """Too thin to be read: neither negative nor positive."""
    return creatinine is not None and creatinine < DILUTE_BELOW


@dataclass(frozen=True, slots=True)
class Fairness:
    """Whether what was drawn fits the odds: for the page on which the team shows that the draw is fair."""

    chances: int
    drawn: int
    odds: Fraction
    likelihood: float  # of being as far from what the odds expect, or farther, by chance alone

    @property
    def expected(self) -> float:
        return float(self.chances * self.odds)

    @property
    def is_fair(self):
        return self.likelihood >= 0.001

    @property
    def likelihood_said(self) -> str:
        """In how many of a hundred times chance alone would be so far off."""
        if self.likelihood < 0.01:
            return f"{1000 * self.likelihood:.1f} in 1,000 times by chance alone"
        return f"{100 * self.likelihood:.0f} in 100 times by chance alone"


EXACT_UP_TO = 2_000  # chances; beyond it the sums grow long and the normal curve is as good


def fairness(drawn: int, chances: int, odds: Fraction) -> Fairness:
    """The exact binomial test, both sides: every count that is no likelier than the one found."""
    if chances > EXACT_UP_TO:
        return Fairness(chances, drawn, odds, normal_likelihood(drawn, chances, float(odds)))
    weights = [comb(chances, k) * odds.numerator**k * (odds.denominator - odds.numerator) ** (chances - k)
               for k in range(chances + 1)]  # fmt: skip
    rarer = sum(weight for weight in weights if weight <= weights[drawn])
    return Fairness(chances, drawn, odds, float(Fraction(rarer, odds.denominator**chances)))


def normal_likelihood(drawn: int, chances: int, odds: float) -> float:
    spread = (chances * odds * (1 - odds)) ** 0.5
    return erfc(abs(drawn - chances * odds) / spread / 2**0.5)
