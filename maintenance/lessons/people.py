"""Who makes up a market, layer by layer, and how supply comes in: pure, people by what is known of them, unnamed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from maintenance.lessons.few import FEW, Cell, Share, cell, cells, is_few

SUPPLIER = "supplier"
OTHERS = "All others"


@dataclass(frozen=True)
class Person:
    """One person on file with the part that stands for them in this market."""

    key: str
    role: str
    deals: bool  # the part is open, and marked active
    uses: bool | None
    named_on: date  # the day the predicate was approved
    is_dangerous: bool = False
    origin: str = ""
    route: str = ""
    carrier: str = ""
    trips: str = ""
    buyers: int | None = None


@dataclass(frozen=True)
class Layer:
    role: str
    label: str
    people: Cell
    deals: Share
    dangerous: Share
    uses: Share  # of those of whom it is known
    buyers: float | None  # in a week, the median of those of whom it is known; None of fewer than three
    buyers_known: int


def layers(people: Sequence[Person], roles: Mapping[str, str]) -> list[Layer]:
    """One for each role that anybody has, in the order of `roles`, which gives what each is called."""
    counted = Counter(person.role for person in people)
    shown = cells({role: counted[role] for role in roles if counted[role]})
    return [
        layer(role, roles[role], found, [each for each in people if each.role == role])
        for role, found in shown.items()
    ]  # fmt: skip


def layer(role: str, label: str, count: Cell, people: Sequence[Person]) -> Layer:
    known = [person.uses for person in people if person.uses is not None]
    buyers = [person.buyers for person in people if person.buyers is not None]
    return Layer(
        role=role, label=label, people=count,
        deals=Share(sum(person.deals for person in people), len(people), count.is_hidden),
        dangerous=Share(sum(person.is_dangerous for person in people), len(people), count.is_hidden),
        uses=Share(sum(known), len(known), count.is_hidden),
        buyers=median(buyers) if len(buyers) >= FEW and not count.is_hidden else None, buyers_known=len(buyers),
    )  # fmt: skip


@dataclass(frozen=True)
class Way:
    """One question about supply: the answers with how many suppliers each, of those of whom it is known."""

    question: str
    known: int
    of: int
    answers: list[tuple[str, Cell]]
    is_hidden: bool = False  # as the suppliers are


QUESTIONS = {"origin": "Comes from", "route": "Comes by", "carrier": "Carried by", "trips": "How often"}


def supply(people: Iterable[Person], layers: Iterable[Layer] = ()) -> list[Way]:
    """Of suppliers. What fewer than three answer alike stands together; nothing where the layer is not told."""
    if any(layer.role == SUPPLIER and layer.people.is_hidden for layer in layers):
        return [Way(question, 0, 0, [], is_hidden=True) for question in QUESTIONS.values()]
    suppliers = [person for person in people if person.role == SUPPLIER]
    return [way(question, [getattr(each, name) for each in suppliers]) for name, question in QUESTIONS.items()]


def way(question: str, said: Sequence[str]) -> Way:
    counted = Counter(filter(None, said))
    often = {answer: count for answer, count in counted.most_common() if not is_few(count)}
    while often and is_few(counted.total() - sum(often.values())):
        often.popitem()  # the rarest: with it the others are enough to be told
    rest = counted.total() - sum(often.values())
    told = [*often.items(), *([(OTHERS, rest)] if rest else [])]
    return Way(question, counted.total(), len(said), [(answer, cell(count)) for answer, count in told])
