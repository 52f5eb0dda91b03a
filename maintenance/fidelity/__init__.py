"""The scorecard of one market, each item counted in the records and nothing ticked by hand; and how it went on."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from maintenance import scorecard
from maintenance.fidelity import call_in, people, week
from maintenance.fidelity.months import Month, months_of
from maintenance.models import FidelityReading
from maintenance.scorecard import Measured, Score
from markets.models import Market, StageChange

__all__ = ["Fidelity", "fidelity_of", "measured"]


@dataclass(frozen=True)
class Fidelity:
    """One market's score on a day, and the months that are kept."""

    on: date
    scores: list[Score]
    months: list[Month]

    @cached_property
    def total(self) -> tuple[int, int]:
        """(items met, items that could be measured)."""
        return scorecard.total(self.scores)

    @property
    def met(self):
        return self.total[0]

    @property
    def of(self):
        return self.total[1]

    @property
    def complete(self) -> int:
        """Elements of which everything that can be measured is there."""
        return sum(score.of > 0 and score.met == score.of for score in self.scores)

    @property
    def dropped(self) -> list[Score]:
        return [score for score in self.scores if score.is_dropped]


def fidelity_of(market: Market, today: date) -> Fidelity:
    """In a fixed number of queries. It names nobody; asked only by who works the market, and by the clock."""
    kept = FidelityReading.objects.of_market(market)
    return Fidelity(today, scorecard.scores(measured(market, today)), months_of(kept))


def measured(market: Market, today: date) -> dict[str, Measured | None]:
    """By the code of each item of the scorecard."""
    called_in_on = StageChange.objects.filter_market(market).last_call_in_day()
    return {
        **people.measured(market, today),
        **call_in.measured(market, today),
        **week.measured(market, called_in_on, today),
    }
