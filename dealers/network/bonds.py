"""Ties as plain data, whatever they came from: records, a list of calls, a matrix from elsewhere."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bond:
    """One tie: between whom, how often, how, whether its content is probable (else it is drawn dashed), and when."""

    a: str
    b: str
    strength: float = 1
    is_probable: bool = True
    kind: str = ""
    first_on: date | None = None  # where only one day is known it is seen_on
    seen_on: date | None = None  # the last time

    @property
    def began_on(self):
        return self.first_on or self.seen_on


def together(bonds: Iterable[Bond]) -> dict[frozenset[str], Bond]:
    """One bond for each pair: strengths added, kinds listed, probable when one is, from the first day to the last."""
    pairs = defaultdict(list)
    for bond in bonds:
        pairs[frozenset((bond.a, bond.b))].append(bond)
    return {pair: joined(several) for pair, several in pairs.items()}


def joined(several):
    a, b = sorted((several[0].a, several[0].b))
    return Bond(
        a, b,
        strength=sum(sorted(bond.strength for bond in several)),  # floats add up alike only in the same order
        is_probable=any(bond.is_probable for bond in several),
        kind=", ".join(sorted({bond.kind for bond in several if bond.kind})),
        first_on=min((bond.began_on for bond in several if bond.began_on), default=None),
        seen_on=max((bond.seen_on for bond in several if bond.seen_on), default=None),
    )  # fmt: skip
