"""Who may be called in: what stands against it, in words, and who may lift it. Pure.

Source: the case study: those who qualify are invited, on a case that is ready or a plea. [CS] What bars the call-in by
its track is dealers.cases.track; that nobody is arrested at the meeting, and that who is charged is not spoken to past
counsel (Model Rules of Professional Conduct 4.2), is task force policy.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Lift(StrEnum):
    """Who may lift a bar; the rest nobody lifts."""

    NOBODY = ""
    PROMISE = "promise"  # a supervisor says how the promise of the letter is kept
    OVERRIDE = "override"  # a supervisor says why, where supervisor and prosecutor had decided in spite of it


LIFTED_BY = {
    Lift.NOBODY: "Nobody overrides this.",
    Lift.PROMISE: "A supervisor first records how “you will not be arrested at this meeting” will be kept.",
    Lift.OVERRIDE: "A supervisor may override it, with the reason.",
}


@dataclass(frozen=True)
class Facts:
    """What is known of one person and one call-in on the day of asking."""

    is_plea: bool  # the form: plea with treatment court, else banked cases
    is_on_file: bool = True
    is_call_in: bool = False  # what the two decided
    is_final: bool = False  # both decided, and it still stands
    open_again: str = ""  # why it no longer stands
    bars: tuple[str, ...] = ()  # of the track: violence, age
    is_overridden: bool = False
    warrants: tuple[str, ...] = ()  # numbers of the active ones
    is_promise_kept: bool = False
    held_at: str = ""  # where somebody is in custody
    release_on: date | None = None
    rests_on: bool = False  # a banked case; on the plea form a case or prosecution that is charged
    is_charged: bool = False
    has_counsel: bool = False  # by name, with the day of notice
    is_waived: bool = False
    does_counsel_object: bool = False
    invited_to: str = ""
    attended: str = ""


@dataclass(frozen=True)
class Bar:
    """One thing that stands against inviting somebody."""

    kind: str
    words: str
    lift: Lift = Lift.NOBODY

    @property
    def lifted_by(self):
        return LIFTED_BY[self.lift]

    @property
    def sentence(self):
        return f"{self.words} {self.lifted_by}"


@dataclass(frozen=True)
class Rule:
    kind: str
    applies: Callable[[Facts], bool]
    words: Callable[[Facts], str]
    lift: Lift = Lift.NOBODY


def undecided(facts: Facts) -> str:
    if facts.open_again:
        return f"The track is open again: {lowered(facts.open_again)}. Supervisor and prosecutor decide it anew."
    if facts.bars:
        return f"{barred(facts)[:-1]} unless supervisor and prosecutor both decide for it, with their reasons."
    return "The track is not decided yet: supervisor and prosecutor decide it first."


def lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def barred(facts: Facts) -> str:
    verb = "bar" if len(facts.bars) > 1 else "bars"
    return f"{' and '.join(facts.bars).capitalize()} {verb} the call-in."


def wanted(facts: Facts) -> str:
    numbers = " and ".join(facts.warrants)
    return f"An active warrant stands ({numbers})."


def held(facts: Facts) -> str:
    until = f" until {facts.release_on:%-d %b %Y}" if facts.release_on else ""
    return f"In custody at {facts.held_at}{until}; record the release first."


def nothing_behind(facts: Facts) -> str:
    if facts.is_plea:
        return "Nothing is charged: the plea form needs a charged case or a prosecution with its counts."
    return "No case is banked: the banked form needs one."


BARS = (
    Rule("draft", lambda f: not f.is_on_file, lambda f: "Not on file: a supervisor approves the predicate first."),
    Rule("invited", lambda f: bool(f.invited_to), lambda f: f"Invited already, to the {lowered(f.invited_to)}."),
    Rule(
        "attended", lambda f: bool(f.attended),
        lambda f: f"Was at the {lowered(f.attended)}: the promise made there stands.",
    ),
    Rule("undecided", lambda f: not f.is_final, undecided),
    Rule(
        "track", lambda f: f.is_final and not f.is_call_in,
        lambda f: "Supervisor and prosecutor decided for another way than the call-in.",
    ),
    Rule("bar", lambda f: f.is_final and f.is_call_in and bool(f.bars) and not f.is_overridden, barred, Lift.OVERRIDE),
    Rule("warrant", lambda f: bool(f.warrants) and not f.is_promise_kept, wanted, Lift.PROMISE),
    Rule("custody", lambda f: bool(f.held_at), held),
    Rule("case", lambda f: not f.rests_on, nothing_behind),
)  # fmt: skip
COUNSEL = (
    Rule(
        "counsel", lambda f: f.is_charged and not f.is_waived and not f.has_counsel,
        lambda f: "Charged, and counsel has no notice: give counsel's name and the day of the notice, or say that a"
        " waiver is on file.",
    ),
    Rule(
        "objects", lambda f: f.is_charged and f.does_counsel_object,
        lambda f: "Counsel objects: invite when counsel agrees, or when a waiver is on file.",
    ),
)  # fmt: skip


def bars(facts: Facts) -> tuple[Bar, ...]:
    """What stands against it by the records, the gravest first; nothing where somebody may be invited."""
    return applied(BARS, facts)


def bars_of_counsel(facts: Facts) -> tuple[Bar, ...]:
    """What stands against it besides: what is typed on the invitation itself."""
    return applied(COUNSEL, facts)


def refusal(facts: Facts) -> str:
    """Why somebody is not invited and who may override it, in the officer's words; nothing where he may be."""
    return " ".join(bar.sentence for bar in (*bars(facts), *bars_of_counsel(facts)))


def applied(rules, facts):
    return tuple(Bar(rule.kind, rule.words(facts), rule.lift) for rule in rules if rule.applies(facts))
