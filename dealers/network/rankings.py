"""A ranking never goes without what it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dealers.network.bands import Band
from dealers.network.graph import Network
from dealers.network.measures import Person, ranked

LEAD = "A lead for review, not evidence."


@dataclass(frozen=True)
class Ground:
    """What a ranking stands on: how many people and ties, from when to when, of which grades."""

    people: int
    ties: int
    since: date | None
    until: date | None
    grades: str

    def __str__(self):
        said = [f"{self.people} people", f"{self.ties} {'tie' if self.ties == 1 else 'ties'}", self.dates, self.grades]
        return f"{', '.join(part for part in said if part)}. {LEAD}"

    @property
    def dates(self):
        return f"{self.since:%-d %b %Y} to {self.until:%-d %b %Y}" if self.since and self.until else "no dates"


@dataclass(frozen=True)
class Place:
    """A person's place in a ranking; the band is None where it was not asked for."""

    rank: int
    key: str
    value: float
    band: Band | None


@dataclass(frozen=True)
class Ranking:
    measure: str
    places: tuple[Place, ...]
    ground: Ground


def ground_of(network: Network, grades: str = "") -> Ground:
    """`grades`: which entries were let in, in words, as whoever asked for them knows: “graded probable or better”."""
    return Ground(network.n, len(network.ties), network.since, network.until, grades)


def ranking(people: list[Person], measure: str, ground: Ground, bands: Mapping[str, Band] | None = None) -> Ranking:
    """People by one measure, the highest first; equals share the better rank and come by name."""
    places: list[Place] = []
    for number, person in enumerate(ranked(people, measure), 1):
        value = getattr(person, measure)
        is_equal = bool(places) and round(value, 9) == round(places[-1].value, 9)
        rank = places[-1].rank if is_equal else number
        places.append(Place(rank, person.key, value, bands[person.key] if bands else None))
    return Ranking(measure, tuple(places), ground)
