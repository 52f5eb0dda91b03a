"""In how many of the samples fentanyl or an analogue was found, by whatever one groups them by. Pure."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    of: Hashable  # the month, the seller
    samples: int
    with_fentanyl: int

    @property
    def percent(self):
        return round(100 * self.with_fentanyl / self.samples)


def shares(samples: Iterable[tuple[Hashable, bool]]) -> list[Share]:
    """From (group, fentanyl found) of every sample with a result; groups in the order in which they first come."""
    counted: dict[Hashable, list[int]] = {}
    for group, found in samples:
        row = counted.setdefault(group, [0, 0])
        row[0] += 1
        row[1] += found
    return [Share(group, *row) for group, row in counted.items()]
