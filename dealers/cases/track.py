"""Who is prosecuted where and who is called in: a proposal from facts, pure. People decide.

Source: the case study: the violent and the suppliers to federal court, connectors and those with significant prior
dealing to state court, the other addict-dealers to the call-in. [CS] The line of age: 33 V.S.A. 5102(2) (juvenile) and
5280 (youthful offender); counsel confirms it for the task force's state (docs/compliance.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

YOUNGEST = 19  # 33 V.S.A. 5102(2): below it somebody is a child before the family division


class Track(StrEnum):
    FEDERAL = "federal"
    STATE = "state"
    CALL_IN = "call_in"
    UNDECIDED = "undecided"

    @property
    def label(self):
        return LABELS[self]


LABELS = {
    Track.FEDERAL: "Federal court",
    Track.STATE: "State court",
    Track.CALL_IN: "Call-in",
    Track.UNDECIDED: "Undecided",
}
LAYERS = ("supplier", "connector", "addict_dealer", "house_holder", "other")  # dealers.Involvement.Role, from the top


@dataclass(frozen=True)
class Facts:
    role: str  # one of LAYERS
    is_out_of_state: bool = False
    sells_weight: bool = False
    is_violent: bool = False  # serious violence; a weapon carried is none
    has_sexual_offence: bool = False
    has_arson: bool = False
    is_under_age: bool = False  # below YOUNGEST, or stated to be a youthful offender
    has_significant_prior_dealing: bool = False  # as the prosecutor finds

    @property
    def is_weight_distributor(self):
        """By the part in the market, or by the amounts, whatever the part is called."""
        return self.role == "supplier" or self.sells_weight


@dataclass(frozen=True)
class Proposal:
    track: Track
    reason: str
    bars: tuple[str, ...] = ()  # what stands against a call-in unless two people override it


@dataclass(frozen=True)
class Rule:
    applies: Callable[[Facts], bool]
    track: Track
    reason: str


RULES = (
    Rule(lambda f: f.is_violent, Track.FEDERAL, "Serious violence, whatever the layer"),
    Rule(
        lambda f: f.is_out_of_state and f.is_weight_distributor, Track.FEDERAL, "Weight distributor from out of state"
    ),
    Rule(lambda f: f.role == "connector", Track.STATE, "Connector"),
    Rule(
        lambda f: f.role == "addict_dealer" and f.has_significant_prior_dealing, Track.STATE,
        "Addict-dealer with significant prior dealing",
    ),
    Rule(lambda f: f.role == "addict_dealer", Track.CALL_IN, "Addict-dealer without significant prior dealing"),
    Rule(lambda f: True, Track.UNDECIDED, "No rule applies; supervisor and prosecutor say which way"),
)  # fmt: skip
BARS = (
    ("is_violent", "serious violence"),
    ("has_sexual_offence", "a sexual offence"),
    ("has_arson", "arson"),
    ("is_under_age", "age"),
)


def propose(facts: Facts) -> Proposal:
    """By the first rule that applies, with its reason in words; a call-in that something bars is left to people."""
    rule = next(rule for rule in RULES if rule.applies(facts))
    bars = tuple(words for name, words in BARS if getattr(facts, name))
    if rule.track == Track.CALL_IN and bars:
        return Proposal(Track.UNDECIDED, f"Barred from the call-in by {' and '.join(bars)}", bars)
    return Proposal(rule.track, rule.reason, bars)


def is_under_age(born: date | None, today: date) -> bool:
    """Below the line of age; where the day of birth is not known, the facts' form says so or nobody does."""
    if born is None:
        return False
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day)) < YOUNGEST


def overrides_a_bar(decided: str, bars: tuple[str, ...]) -> bool:
    """A call-in in spite of a bar: supervisor and prosecutor both give their reasons."""
    return decided == Track.CALL_IN and bool(bars)


def why_open_again(
    decided: str,
    proposed: str,
    proposes_now: Proposal,
    decided_at: datetime,
    violence_at: datetime | None,
    stated_at: datetime | None = None,
) -> str:
    """Why a decision no longer stands, in words; nothing where it does.

    New violence opens every decision that did not go to federal court; facts that lead the rule elsewhere open any;
    facts stated since, of which one bars the call-in, open a call-in: nobody has overridden that bar.
    """
    if violence_at and violence_at > decided_at and decided != Track.FEDERAL:
        return "Violence became known since"
    if proposes_now.track != proposed:
        return f"The facts have changed: {proposes_now.reason.lower()}"
    if stated_at and stated_at > decided_at and overrides_a_bar(decided, proposes_now.bars):
        return f"Facts were stated since, and {' and '.join(proposes_now.bars)} bars the call-in"
    return ""


def share_diverted(called_in: int, to_state_court: int) -> int | None:
    """Percent called in of those whom the state would otherwise prosecute: 7 of 27 are 26. [CS] None of nobody."""
    total = called_in + to_state_court
    return round(100 * called_in / total) if total else None
