"""The life of a case as a table: from where to where, by which act, and what must hold. Pure.

Source: the case study (cases banked and activated at once), domain rules of the task force. `guards` are names of
conditions that dealers.cases.guards answers in words.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    EVIDENCE_READY = "evidence_ready"
    PROSECUTOR_REVIEW = "prosecutor_review"
    RETURNED = "returned"
    DECLINED = "declined"
    APPROVED = "approved"
    BANKED = "banked"
    ACTIVATION_REQUESTED = "activation_requested"
    ACTIVATED = "activated"
    CHARGED = "charged"
    DISPOSED = "disposed"
    EXPIRED = "expired"
    RELEASED = "released"
    CONVERTED = "converted"

    @property
    def label(self):
        return LABELS[self]


LABELS = {
    State.DRAFT: "Draft",
    State.EVIDENCE_READY: "Evidence ready",
    State.PROSECUTOR_REVIEW: "With the prosecutor",
    State.RETURNED: "Returned",
    State.DECLINED: "Declined",
    State.APPROVED: "Approved",
    State.BANKED: "Banked",
    State.ACTIVATION_REQUESTED: "Activation requested",
    State.ACTIVATED: "Activated",
    State.CHARGED: "Charged",
    State.DISPOSED: "Disposed",
    State.EXPIRED: "Expired",
    State.RELEASED: "Released, promise kept",
    State.CONVERTED: "Converted to plea",
}


# What is to be done next in a state, unless somebody plans otherwise.
NEXT = {
    State.EVIDENCE_READY: "Submit to the prosecutor",
    State.PROSECUTOR_REVIEW: "The prosecutor decides",
    State.RETURNED: "Add what the prosecutor named",
    State.APPROVED: "Bank or charge",
    State.BANKED: "Watch for a trigger",
    State.ACTIVATION_REQUESTED: "Somebody else decides on the activation",
    State.ACTIVATED: "Arrest and charge",
    State.CHARGED: "Follow to the disposition",
}


@dataclass(frozen=True)
class Transition:
    verb: str  # the service's name
    words: str  # as its button says
    sources: tuple[State, ...]
    target: State
    guards: tuple[str, ...] = ()
    writes: str = ""  # what is written besides the state


S = State
BUILDING = (S.DRAFT, S.EVIDENCE_READY, S.PROSECUTOR_REVIEW, S.RETURNED)
TRANSITIONS = (
    Transition(
        "mark_evidence_ready", "Mark evidence-ready", (S.DRAFT, S.RETURNED), S.EVIDENCE_READY,
        ("evidence_is_complete",),
    ),
    Transition(
        "submit_to_prosecutor", "Submit to prosecutor", (S.EVIDENCE_READY,), S.PROSECUTOR_REVIEW,
        ("evidence_is_complete",), "for whom, and a note",
    ),
    Transition(
        "approve_case", "Approve", (S.PROSECUTOR_REVIEW,), S.APPROVED,
        ("evidence_is_complete", "limitation_runs", "lab_is_positive_or_excused"),
        "the named prosecutor; a reason where the lab is not positive",
    ),
    Transition("return_case", "Return", (S.PROSECUTOR_REVIEW,), S.RETURNED, (), "what is missing"),
    Transition("decline_case", "Decline", (S.PROSECUTOR_REVIEW,), S.DECLINED, (), "why"),
    Transition("bank_case", "Bank", (S.APPROVED,), S.BANKED, ("limitation_ahead",), "since when it is banked"),
    Transition(
        "request_activation", "Request activation", (S.BANKED,), S.ACTIVATION_REQUESTED, ("has_a_trigger",),
        "the trigger and the request",
    ),
    Transition(
        "activate_case", "Activate", (S.ACTIVATION_REQUESTED,), S.ACTIVATED,
        ("decided_by_another", "time_is_left_or_vouched_for"), "the decision; hours from trigger to decision",
    ),
    Transition(
        "refuse_activation", "Refuse activation", (S.ACTIVATION_REQUESTED,), S.BANKED, ("decided_by_another",),
        "why; hours from trigger to decision",
    ),
    Transition(
        "charge_case", "Record the charge", (S.APPROVED, S.ACTIVATED), S.CHARGED, ("not_too_late_or_waived",),
        "the act that commenced the prosecution, and its day",
    ),
    Transition("dispose_case", "Record the disposition", (S.CHARGED,), S.DISPOSED, (), "disposition and sentence"),
    Transition(
        "convert_to_plea", "Convert to plea", (S.APPROVED, S.BANKED, S.ACTIVATED, S.CHARGED), S.CONVERTED, (),
        "the plea’s terms",
    ),
    Transition(
        "release_case", "Release: promise kept", (S.BANKED,), S.RELEASED, (), "why the promise counts as kept"
    ),
    Transition(
        "expire_case", "Expire", (*BUILDING, S.APPROVED, S.BANKED, S.ACTIVATION_REQUESTED, S.ACTIVATED), S.EXPIRED,
        ("limitation_passed",), "the last day that went by",
    ),
)  # fmt: skip
BY_VERB = {transition.verb: transition for transition in TRANSITIONS}
FINAL = frozenset(State) - {source for each in TRANSITIONS for source in each.sources}


def ways_from(state):
    """The transitions that lead on from this state."""
    return [each for each in TRANSITIONS if state in each.sources]
