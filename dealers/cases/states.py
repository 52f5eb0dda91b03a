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


@dataclass(frozen=True)
class Transition:
    verb: str  # the service's name
    sources: tuple[State, ...]
    target: State
    guards: tuple[str, ...] = ()
    writes: str = ""  # what is written besides the state


S = State
TRANSITIONS = (
    Transition("mark_evidence_ready", (S.DRAFT, S.RETURNED), S.EVIDENCE_READY, ("evidence_is_complete",)),
    Transition("submit_to_prosecutor", (S.EVIDENCE_READY,), S.PROSECUTOR_REVIEW, ("has_a_count",)),
    Transition("return_case", (S.PROSECUTOR_REVIEW,), S.RETURNED, (), "what is missing"),
    Transition("decline_case", (S.PROSECUTOR_REVIEW,), S.DECLINED, (), "why"),
    Transition(
        "approve_case", (S.PROSECUTOR_REVIEW,), S.APPROVED, ("lab_is_positive_or_excused",),
        "the named prosecutor; a reason where the lab is not positive",
    ),
    Transition("bank_case", (S.APPROVED,), S.BANKED, ("limitation_ahead",), "since when it is banked"),
    Transition(
        "request_activation", (S.BANKED,), S.ACTIVATION_REQUESTED, ("has_a_trigger",), "the trigger and the request"
    ),
    Transition("refuse_activation", (S.ACTIVATION_REQUESTED,), S.BANKED, ("decided_by_another",), "why"),
    Transition(
        "activate_case", (S.ACTIVATION_REQUESTED,), S.ACTIVATED, ("decided_by_another", "time_is_left_or_vouched_for"),
        "the decision; hours from trigger to decision",
    ),
    Transition(
        "charge_case", (S.APPROVED, S.ACTIVATED), S.CHARGED, ("not_too_late_or_waived",),
        "the act that commenced the prosecution, and its day",
    ),
    Transition("dispose_case", (S.CHARGED,), S.DISPOSED, (), "disposition and sentence"),
    Transition(
        "convert_to_plea", (S.APPROVED, S.BANKED, S.ACTIVATED, S.CHARGED), S.CONVERTED, (), "the plea's terms"
    ),
    Transition("release_case", (S.BANKED,), S.RELEASED, (), "why the promise counts as kept"),
    Transition(
        "expire_case", (S.APPROVED, S.BANKED, S.ACTIVATION_REQUESTED, S.ACTIVATED), S.EXPIRED, ("limitation_passed",)
    ),
)  # fmt: skip
BY_VERB = {transition.verb: transition for transition in TRANSITIONS}
FINAL = frozenset(State) - {source for each in TRANSITIONS for source in each.sources}


def verbs_from(state):
    """The acts that lead on from this state."""
    return [each.verb for each in TRANSITIONS if state in each.sources]
