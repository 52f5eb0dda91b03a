"""People and ties of one market, as far as an officer sees both, put together as a network."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from dealers.charts.asked import FORCE, Asked
from dealers.models import Dealer, Involvement, Tie
from dealers.network import Bond, Network, Point, force, ground_of, layered
from markets.models import Market


@dataclass(frozen=True)
class Named:
    """A person on the chart, with the part that stands for them in this market."""

    key: str
    dealer: Dealer
    part: Involvement

    @property
    def role(self):
        return self.part.role

    @property
    def layer(self):
        return self.part.get_role_display()


@dataclass(frozen=True)
class Pair:
    """All ties drawn between two people: one line."""

    a: str
    b: str
    ties: tuple[Tie, ...]
    is_ranked: bool  # at least one of them counts in rankings; else the line is dashed

    @property
    def strength(self):
        return sum(tie.strength for tie in self.ties)

    @property
    def how(self):
        return ", ".join(dict.fromkeys(tie.get_kind_display() for tie in self.ties))

    @property
    def towards(self):
        """Where arrows stand: at "a", "b", both or neither; who supplies or introduces points to the other."""
        return "".join(sorted({"b" if tie.goes_from_a else "a" for tie in self.ties if tie.goes_from_a is not None}))

    @property
    def began_on(self):
        return min(began(tie) for tie in self.ties)

    @property
    def seen_on(self):
        return max(tie.seen_on for tie in self.ties)


def began(tie):
    return tie.first_seen_on or tie.seen_on


@dataclass(frozen=True)
class Chart:
    """`ranked` is what every measure is taken of; `pairs` are drawn, with what is drawn dashed besides."""

    market: Market
    asked: Asked
    people: dict[str, Named]
    ranked: tuple[Tie, ...]
    faint: tuple[Tie, ...]
    pinned: dict[str, list]

    @cached_property
    def network(self):
        return Network.of(map(bond_of, self.ranked), self.people)

    @property
    def ground(self):
        return ground_of(self.network, self.asked.grades)

    @cached_property
    def drawn(self):
        """Keys of those in sight: everybody, or one person with those around, as far as it was opened."""
        if self.asked.around not in self.people:
            return tuple(self.people)
        seen = {self.asked.around}
        for key in (self.asked.around, *self.asked.opened):
            seen |= self.contacts[key] if key in seen else set()
        return tuple(key for key in self.people if key in seen)

    @cached_property
    def contacts(self):
        found = defaultdict(set)
        for tie in (*self.ranked, *self.faint):
            found[str(tie.a_id)].add(str(tie.b_id))
            found[str(tie.b_id)].add(str(tie.a_id))
        return found

    def unseen(self, key):
        """How many people tied to this one are out of sight."""
        return len(self.contacts[key] - set(self.drawn))

    @cached_property
    def pairs(self):
        between, ranked, drawn = defaultdict(list), set(self.ranked), set(self.drawn)
        for tie in (*self.ranked, *self.faint):
            if {str(tie.a_id), str(tie.b_id)} <= drawn:
                between[str(tie.a_id), str(tie.b_id)].append(tie)
        return tuple(
            Pair(a, b, tuple(ties), any(tie in ranked for tie in ties)) for (a, b), ties in sorted(between.items())
        )

    @property
    def ties(self):
        """Every tie that is drawn."""
        return [tie for pair in self.pairs for tie in pair.ties]

    @property
    def lines(self):
        """(who, tie, with whom, whether it is ranked) of every tie drawn, in its direction where it has one."""
        ranked = set(self.ranked)
        for tie in self.ties:
            start, end = (self.people[key] for key in ends(tie))
            yield start, tie, end, tie in ranked

    @cached_property
    def places(self):
        """Where everybody in sight stands, in a frame of one by one; who was pinned, there."""
        network = Network.of((bond_of(tie) for tie in self.ties), self.drawn)
        roles = {key: self.people[key].role for key in self.drawn}
        found = force(network) if self.asked.layout == FORCE else layered(network, roles)
        return {key: Point(*self.pinned[key]) if key in self.pinned else point for key, point in found.items()}

    def removed(self):
        return [key for key in self.asked.removed if key in self.people]


def chart_of(market, officer, asked, pinned=None):
    """What this officer sees of the market's network. Always the same few queries."""
    dealers = Dealer.objects.visible_to(officer).on_file().in_market(market).with_parts(officer)
    people = {named.key: named for named in (named_in(market, dealer) for dealer in dealers)}
    if asked.role:
        people = {key: named for key, named in people.items() if named.role in asked.role}
    among = Tie.objects.visible_to(officer).among(list(people))
    may_rank = set(among.ranked().order_by().values_list("pk", flat=True))
    ties = [tie for tie in among.order_by("a", "b", "kind") if asked.takes(tie)]
    ranked = tuple(tie for tie in ties if tie.pk in may_rank and asked.ranks(tie))
    faint = tuple(tie for tie in ties if tie.pk not in may_rank and asked.draws(tie))
    return Chart(market, known_only(asked, people), people, ranked, faint, pinned or {})


def named_in(market, dealer):
    """Of several parts in the market, the one that goes on, else the last."""
    parts = [part for part in dealer.parts if part.market_id == market.pk]
    part = max(parts, key=lambda part: (part.until_on is None, part.from_on))
    return Named(str(dealer.pk), dealer, part)


def known_only(asked, people):
    """Whom this officer does not see here is nowhere in his question either: a colleague may have saved it."""
    return replace(
        asked,
        around=asked.around if asked.around in people else "",
        opened=tuple(key for key in asked.opened if key in people),
        removed=tuple(key for key in asked.removed if key in people),
    )


def ends(tie):
    """From whom to whom, where it has a direction."""
    keys = str(tie.a_id), str(tie.b_id)
    return keys[::-1] if tie.goes_from_a is False else keys


def bond_of(tie):
    return Bond(
        str(tie.a_id), str(tie.b_id), tie.strength, tie.is_probable, tie.kind, tie.first_seen_on, tie.seen_on
    )  # fmt: skip
