"""Control charts: does a closed market come back? Pure.

Sources: Shewhart (1931) for limits of three sigma; Western Electric (1956) for the run of eight on one side of the
mean; counts of rare events by the exact Poisson tail of the same likelihood. Weeks of the baseline: task force policy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp

BASELINE_WEEKS = 26  # of the quiet market, from the week after its call-in
FEWEST_WEEKS = 12  # of them, before limits mean anything
RUN = 8
TAIL = 0.00135  # of a normal curve beyond three sigma, one side
SPREAD = 1.128  # the mean moving range of two, in sigmas


@dataclass(frozen=True, slots=True)
class Limits:
    """What a quiet week looks like: its mean, and the count above which chance is no answer."""

    mean: float
    upper: float


@dataclass(frozen=True, slots=True)
class Signal:
    on: date  # the Monday of the week
    value: int
    rule: str  # which rule it broke, in words


def limits(counts: Sequence[int]) -> Limits | None:
    """Of the baseline's weeks; None while there are fewer than twelve.

    The wider of two: the tail of the Poisson law, and three sigmas by the moving range, so that a town whose weeks
    differ more than chance allows does not raise a signal every month.
    """
    if len(counts) < FEWEST_WEEKS:
        return None
    mean = sum(counts) / len(counts)
    ranges = [abs(after - before) for before, after in pairwise(counts)]
    by_range = mean + 3 * sum(ranges) / len(ranges) / SPREAD
    return Limits(mean, max(by_range, rare_above(mean)))


def rare_above(mean: float) -> int:
    """The least count beyond which a week of this mean falls less than once in 740."""
    term, below, count = exp(-mean), exp(-mean), 0
    while 1 - below > TAIL:
        count += 1
        term *= mean / count
        below += term
    return count


def signals(quiet: Limits, weeks: Sequence[tuple[date, int]]) -> list[Signal]:
    """The weeks, in order, in which the market speaks. Only upwards: a quieter week is no alarm."""
    found, run = [], 0
    for on, value in weeks:
        run = run + 1 if value > quiet.mean else 0
        if value > quiet.upper:
            found.append(Signal(on, value, f"Above the limit of {quiet.upper:.1f}"))
        elif run and run % RUN == 0:
            found.append(Signal(on, value, f"{RUN} weeks in a row above the mean of {quiet.mean:.1f}"))
    return found
