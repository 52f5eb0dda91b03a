"""What would be left without some people: a lead for review, as all of it."""

from dataclasses import dataclass
from functools import cached_property

from dealers.charts.assembly import Named
from dealers.network import Successor, WhatIf, successors, what_if

MOST_GAINS = 5


@dataclass(frozen=True)
class Without:
    """`found` by keys, and the people behind them."""

    found: WhatIf
    people: dict[str, Named]
    replacements: tuple[tuple[Named, tuple[Successor, ...]], ...]

    @property
    def removed(self):
        return [self.people[key] for key in self.found.removed]

    @cached_property
    def cut_off(self):
        """Groups who no longer reach the largest part of what they belonged to."""
        return [[self.people[key] for key in group] for group in self.found.cut_off]

    @property
    def cut_keys(self):
        return sorted({key for group in self.found.cut_off for key in group})

    @property
    def before(self):
        """The share of pairs out of each other's reach; of fewer than two people none."""
        return self.found.before.fragmentation or 0

    @property
    def after(self):
        return self.found.after.fragmentation or 0

    @property
    def ties_lost(self):
        return self.found.before.ties - self.found.after.ties

    @property
    def gains(self):
        return [(self.people[gain.key], gain) for gain in self.found.gains[:MOST_GAINS]]

    @property
    def successors(self):
        """(who is gone, [(who would take over, why)])."""
        return [(gone, [(self.people[each.key], each) for each in likely]) for gone, likely in self.replacements]


def without(chart):
    """None where nobody is removed. Who would replace each of them is asked of the network with all others gone."""
    removed = chart.removed()
    if not removed:
        return None
    replacements = (
        (chart.people[key], tuple(successors(chart.network.without(set(removed) - {key}), key))) for key in removed
    )
    return Without(what_if(chart.network, removed), chart.people, tuple(replacements))
