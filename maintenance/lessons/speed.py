"""How fast a market was known: pure, days in, days out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Speed:
    """From the day a market was opened to the list of everybody in it."""

    opened_on: date
    named_on: Sequence[date]  # of everybody on file, in order
    declared_on: date | None
    confirmed_on: date | None
    declared: int | None  # people on the list as it was declared
    names_since: int  # approved after it was confirmed
    reopened: int  # how often a list was taken back

    def days_to(self, day: date | None) -> int | None:
        return (day - self.opened_on).days if day else None

    @property
    def days_to_first(self) -> int | None:
        return self.days_to(self.named_on[0]) if self.named_on else None

    @property
    def days_to_half(self) -> int | None:
        """Until half of those who are on file today were."""
        return self.days_to(self.named_on[(len(self.named_on) - 1) // 2]) if self.named_on else None

    @property
    def days_to_declared(self) -> int | None:
        return self.days_to(self.declared_on)

    @property
    def days_to_confirmed(self) -> int | None:
        return self.days_to(self.confirmed_on)
