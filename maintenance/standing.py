"""Where somebody stands between the market and the way out of it: pure. Task force policy."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """As a badge has it: the shape of the dot says it too."""

    ACTIVE = "active"
    WAITING = "wait"
    OUT = "closed"


@dataclass(frozen=True)
class Known:
    """What the records say of somebody, as far as the officer who asks may read them."""

    deals: bool = True  # the part in the market is open, and marked active
    has_warrant: bool = False
    is_before_court: bool = False
    is_held: bool = False
    is_sentenced: bool = False
    is_banked: bool = False
    is_activated: bool = False  # asked for or granted
    is_to_be_called_in: bool = False


@dataclass(frozen=True)
class Where:
    state: State
    words: str


RULES = (
    (lambda known: known.has_warrant, Where(State.ACTIVE, "At large, warrant")),
    (lambda known: known.is_held, Where(State.OUT, "In custody")),
    (lambda known: known.is_before_court, Where(State.WAITING, "Before the court")),
    (lambda known: known.is_sentenced, Where(State.OUT, "Sentenced")),
    (lambda known: known.is_activated, Where(State.ACTIVE, "Case activated")),
    (lambda known: known.is_banked, Where(State.WAITING, "Case banked")),
    (lambda known: known.is_to_be_called_in, Where(State.WAITING, "Chosen for the call-in")),
    (lambda known: not known.deals, Where(State.OUT, "Not dealing now")),
)


def where(known: Known) -> Where:
    """The first rule that applies; somebody of whom nothing else is known deals."""
    return next((place for applies, place in RULES if applies(known)), Where(State.ACTIVE, "Active"))
