"""What several verbs of a call-in refuse."""

from datetime import timedelta

from dmi.errors import RuleBroken

LONGEST = timedelta(hours=12)
FURTHEST = timedelta(days=3653)  # what lies further is a mistyped year


def check_ahead(call_in):
    """The plan of what has been, or was called off, stays as it was."""
    if not call_in.is_ahead:
        raise RuleBroken(f"{call_in} is {call_in.get_state_display().lower()}; its plan stays as it was.")


def check_not_over(call_in):
    if call_in.is_over:
        raise RuleBroken(f"{call_in} is {call_in.get_state_display().lower()}; nothing more is changed on it.")


def check_hours(starts_at, ends_at, at):
    """A call-in is planned ahead, and lasts hours, not days."""
    if starts_at <= at:
        raise RuleBroken("This hour has passed; a call-in is planned ahead.")
    if ends_at <= starts_at:
        raise RuleBroken("A call-in ends after it begins.")
    if ends_at - starts_at > LONGEST:
        raise RuleBroken("A call-in lasts hours, not days; look at the day on which it ends.")
    if starts_at - at > FURTHEST:
        raise RuleBroken("This is more than ten years ahead; look at the year.")
