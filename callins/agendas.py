"""In what order the three prongs speak, as two towns did it: laid out once, then changed as the evening needs. Pure.

Source: Kennedy and Ben-Menachem, The Police Chief, March 2018. High Point: law enforcement says that the market is
closed and what would happen; community leaders and family speak against dealing; providers offer a range of help.
Rutland: law enforcement presents the details of the case, community members demand that it stops, social workers
offer help and treatment; in place of a banked case a plea is offered. Minutes are task force policy.
"""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    HIGH_POINT = "high_point"
    RUTLAND = "rutland"


LABELS = {
    Order.HIGH_POINT: "High Point: banked cases, the family speaks",
    Order.RUTLAND: "Rutland: the case in detail, a plea with treatment court",
}
USUAL = {"banked": Order.HIGH_POINT, "plea": Order.RUTLAND}  # the order that belongs to a form of call-in


@dataclass(frozen=True)
class Turn:
    """One speaker to be found: for which prong, in what capacity, on what, how long."""

    prong: str
    capacity: str
    subject: str
    minutes: int


TURNS = {
    Order.HIGH_POINT: (
        Turn("enforcement", "police", "The market is closed; nobody is arrested here tonight", 5),
        Turn("enforcement", "state_prosecutor", "The case held over each, and what happens if dealing goes on", 10),
        Turn("community", "community_leader", "What dealing has done here, and that it stops", 10),
        Turn("community", "family", "What we expect of you, and that we want you with us", 5),
        Turn("services", "provider", "Work, housing, treatment: who helps, and whom to see tonight", 15),
    ),
    Order.RUTLAND: (
        Turn("enforcement", "police", "What we know: the case in detail", 10),
        Turn("enforcement", "state_prosecutor", "The plea: a reduced sentence, treatment court, close supervision", 10),
        Turn("community", "community_leader", "The dealing stops", 10),
        Turn("services", "provider", "Help and treatment, from tonight on", 15),
    ),
}
