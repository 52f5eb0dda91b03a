"""Who would take somebody's place: those who know the same people and stand between the others when they are gone.

The score is ours, no source fixes it. Three parts, each from 0 to 1, count alike: the share of the contacts whom they
know, how alike the ties of both are, and betweenness without that person as a share of the highest.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from dealers.network.graph import Network
from dealers.network.measures import ranks
from dmi.errors import RuleBroken

SHOWN = 5
ALIKE = 0.5  # from here on likeness is worth a word
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True)
class Successor:
    """Somebody who might take over: what the score is made of, and the reasons in words."""

    key: str
    score: float
    contacts: int  # how many the person gone has
    shared: tuple[str, ...]  # those of them to whom this one is tied as well
    is_contact: bool
    likeness: float  # structural equivalence: the cosine of both people's ties by strength
    betweenness: float  # without that person, normalised
    rank: int  # by it
    rank_before: int  # with that person, not counted among the ranks

    @property
    def reasons(self):
        found = [f"tied to {len(self.shared)} of their {self.contacts} contacts"] if self.shared else []
        found += ["tied to them directly"] if self.is_contact else []
        found += [f"ties alike in whom and how strongly ({self.likeness:.0%})"] if self.likeness >= ALIKE else []
        if self.betweenness and self.rank < self.rank_before:
            found.append(f"rises from {ordinal(self.rank_before)} to {ordinal(self.rank)} between the others")
        return found


def successors(network: Network, key: str, *, shown=SHOWN) -> list[Successor]:
    """The likeliest first, equals by name; nobody without a reason. Refused: somebody who is not in the network."""
    if key not in network.place:
        raise RuleBroken(f"{key} is not in this network; ask about somebody who is.")
    gone = network.place[key]
    before = np.delete(network.betweenness, gone)
    after = network.without([key]).betweenness
    columns = zip(
        [place for place in range(network.n) if place != gone], np.delete(likeness(network, gone), gone).tolist(),
        after.tolist(), (after / max(after.max(initial=0), 1e-12)).tolist(),
        ranks(after).tolist(), ranks(before).tolist(), strict=True,
    )  # fmt: skip
    found = (successor(network, gone, *row) for row in columns)
    likely = sorted((each for each in found if each.reasons), key=lambda each: (-each.score, each.key))
    return likely[:shown]


def successor(network, gone, place, alike, betweenness, share_of_highest, rank, rank_before):
    contacts = network.neighbours[gone]
    shared = sorted(set(contacts) & set(network.neighbours[place]))
    known = len(shared) / len(contacts) if contacts else 0
    return Successor(
        key=network.people[place],
        score=round((known + alike + share_of_highest) / 3, 9),
        contacts=len(contacts),
        shared=tuple(network.people[each] for each in shared),
        is_contact=place in contacts,
        likeness=round(alike, 9),
        betweenness=betweenness,
        rank=rank,
        rank_before=rank_before,
    )


def likeness(network, gone):
    """Of each person the cosine between their ties' strengths and those of `gone`; 0 where one has no ties."""
    one, other = network.ends.T
    square = csr_array(
        (np.tile(network.strengths, 2), (np.r_[one, other], np.r_[other, one])), shape=(network.n, network.n)
    )
    lengths = np.sqrt(np.bincount(np.r_[one, other], np.tile(network.strengths, 2) ** 2, network.n))
    products = square @ square[[gone]].toarray()[0]
    return np.round(products / np.maximum(lengths * lengths[gone], 1e-12), 9)


def ordinal(number):
    ending = "th" if 10 <= number % 100 <= 20 else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
