"""What a file tells, whatever its format, and whether it is a network."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dealers.network.bonds import Bond
from dealers.network.graph import Network
from dmi.errors import RuleBroken

MOST_BYTES = 20 * 1024 * 1024
MOST_PEOPLE = 5_000  # the steps between all of them are 200 MB
MOST_TIES = 100_000


@dataclass(frozen=True)
class Told:
    """`bonds` as the file has them, each from a to b; `people` has those without ties too."""

    form: str
    bonds: Sequence[Bond]
    people: Sequence[str]
    notes: tuple[str, ...] = ()

    @property
    def network(self):
        return Network.of(self.bonds, self.people)

    @property
    def arcs(self):
        """How many ties there are when either direction counts."""
        return len({(bond.a, bond.b) for bond in self.bonds})

    @property
    def weight(self):
        return float(sum(sorted(bond.strength for bond in self.bonds)))


def checked(told):
    """Without ties to oneself and of no strength, which a note says. Refused: what is no network, or too large."""
    apart = [bond for bond in told.bonds if bond.a != bond.b]
    real = [bond for bond in apart if bond.strength > 0]
    people = tuple(dict.fromkeys([*told.people, *(key for bond in told.bonds for key in (bond.a, bond.b))]))
    refuse_what_is_no_network(people, told.bonds, real)
    if len(people) > MOST_PEOPLE or len({frozenset((bond.a, bond.b)) for bond in real}) > MOST_TIES:
        raise RuleBroken(
            f"The network has more than {MOST_PEOPLE:,} people or {MOST_TIES:,} ties; take fewer people or days."
        )
    notes = (*said_of_selves(len(told.bonds) - len(apart)), *said_of_zeros(len(apart) - len(real)), *told.notes)
    return replace(told, bonds=real, people=people, notes=notes)


def refuse_what_is_no_network(people, bonds, real):
    if not people:
        raise RuleBroken("The file names nobody; an empty network can not be measured.")
    if len(people) == 1:
        raise RuleBroken(f"The file names one person, {people[0]}; a network has two at least.")
    if bonds and all(bond.a == bond.b for bond in bonds):
        raise RuleBroken("Every tie in the file joins somebody to themselves; a network needs a tie between two.")
    if not real:
        raise RuleBroken("Nobody in the file is tied to anybody; an empty network can not be measured.")


def said_of_selves(count):
    return [f"{counted(count, 'tie')} of somebody to themselves left out."] if count else []


def said_of_zeros(count):
    return [f"{counted(count, 'tie')} with the number 0 left out."] if count else []


def counted(number, noun):
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
