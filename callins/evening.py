"""The evening of a call-in: when people are received, and which of two taps stands. Pure.

Source: task force policy. A tap counts from when it was made, however late the line brings it.
"""

from datetime import datetime, timedelta

DOORS = timedelta(hours=2)  # before it begins somebody stands at the door
AFTERWARDS = timedelta(hours=3)  # who came late, who turned out to be in custody
ARRIVED, STAYED_AWAY = "attended", "no_show"
ABSENT = ("excused", "in_custody", STAYED_AWAY)


def why_not(outcome: str, tapped_at: datetime, starts_at: datetime, ends_at: datetime) -> str:
    """Why this can not have been so at that moment, in words; empty where it can. Moments in the task force's time."""
    if tapped_at.date() < starts_at.date():
        return f"This call-in is on {starts_at:%-d %B %Y}; record attendance then."
    if tapped_at > ends_at + AFTERWARDS:
        over = ends_at + AFTERWARDS
        return f"The evening was over on {over:%-d %B %Y} at {over:%H:%M}; say when on that evening it was."
    if outcome == ARRIVED and tapped_at < starts_at - DOORS:
        return f"It begins at {starts_at:%H:%M} and the door opens at {starts_at - DOORS:%H:%M}; check the time."
    if outcome == STAYED_AWAY and tapped_at < starts_at:
        return f"It begins at {starts_at:%H:%M}; until then nobody has stayed away."
    return ""


def is_overtaken(kept: str, kept_at: datetime | None, said: str, said_at: datetime) -> bool:
    """True for a tap older than the one that stands. But who was seen at the door was there: an arrival holds against
    an absence that somebody entered later without knowing.
    """
    if kept_at is None or said_at >= kept_at:
        return False
    return not (said == ARRIVED and kept in ABSENT)
