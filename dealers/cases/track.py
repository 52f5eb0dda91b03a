"""Who is prosecuted where and who is called in: a proposal from facts, pure. People decide.

Source: the case study: the violent and the suppliers to federal court, connectors and those with significant prior
dealing to state court, the other addict-dealers to the call-in. [CS]
"""

from dataclasses import dataclass
from enum import StrEnum


class Track(StrEnum):
    FEDERAL = "federal"
    STATE = "state"
    CALL_IN = "call_in"
    UNDECIDED = "undecided"

    @property
    def label(self):
        return {"federal": "Federal court", "state": "State court", "call_in": "Call-in", "undecided": "Undecided"}[
            self
        ]


@dataclass(frozen=True)
class Facts:
    role: str  # dealers.Involvement.Role
    is_out_of_state: bool = False
    is_violent: bool = False  # serious violence, or a weapon used
    has_sexual_offence: bool = False
    has_arson: bool = False
    is_under_age: bool = False  # below the state's youthful-offender line
    has_significant_prior_dealing: bool = False  # as the prosecutor finds


@dataclass(frozen=True)
class Proposal:
    track: Track
    reason: str
    bars: tuple[str, ...] = ()  # what stands against a call-in unless two people override it


RULES = (
    (lambda f: f.is_violent, Track.FEDERAL, "Serious violence, whatever the layer"),
    (lambda f: f.role == "supplier" and f.is_out_of_state, Track.FEDERAL, "Weight distributor from out of state"),
    (lambda f: f.role == "connector", Track.STATE, "Connector"),
    (
        lambda f: f.role == "addict_dealer" and f.has_significant_prior_dealing, Track.STATE,
        "Addict-dealer with significant prior dealing",
    ),
    (lambda f: f.role == "addict_dealer", Track.CALL_IN, "Addict-dealer without significant prior dealing"),
)  # fmt: skip
BARS = (
    ("is_violent", "serious violence"),
    ("has_sexual_offence", "a sexual offence"),
    ("has_arson", "arson"),
    ("is_under_age", "age below the youthful-offender line"),
)


def propose(facts: Facts) -> Proposal:
    """The first rule that applies, with its reason in words, and what bars the call-in."""
    bars = tuple(words for name, words in BARS if getattr(facts, name))
    for applies, track, reason in RULES:
        if applies(facts) and not (track == Track.CALL_IN and bars):
            return Proposal(track, reason, bars)
    reason = f"Not for the call-in: {', '.join(bars)}" if bars else "No rule applies"
    return Proposal(Track.UNDECIDED, reason, bars)
