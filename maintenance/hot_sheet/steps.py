"""The way of an edition from the meeting to the officers: who did each step, and when."""

from dataclasses import dataclass
from datetime import datetime

from dmi.accounts.models import User
from maintenance.models import HotSheet

State = HotSheet.State
ORDER = (State.FROZEN, State.APPROVED, State.BUILDING, State.PUBLISHED)


@dataclass(frozen=True)
class Step:
    """`state` is done, now, ahead or failed."""

    label: str
    state: str
    at: datetime | None = None
    by: User | None = None
    words: str = ""


def steps_of(sheet):
    """Meeting recorded, frozen, approved, built, published. `sheet` comes with its counts (`with_reading`)."""
    reached = len(ORDER) if sheet.state == State.PUBLISHED else ORDER.index(built_as(sheet.state))
    return [
        Step("Recorded", "done", recorded_at(sheet), sheet.recorder),
        Step("Frozen", "done", sheet.frozen_at, words="Nothing changes in it any more"),
        Step("Approved", "done" if reached else "now", sheet.approved_at, sheet.approved_by, waits_for(sheet)),
        Step("Built", building(sheet, reached), words=built(sheet)),
        Step("Published", "done" if sheet.is_published else "ahead", sheet.published_at, words=issued(sheet)),
    ]


def recorded_at(sheet):
    """With its meeting; what is issued between meetings is recorded and frozen in one act."""
    is_of_meeting = sheet.is_weekly and not sheet.revision
    return sheet.meeting.closed_at if is_of_meeting else sheet.frozen_at


def built_as(state):
    """A failed build is one that is not done."""
    return State.BUILDING if state == State.FAILED else state


def waits_for(sheet):
    return "" if sheet.approved_by else f"Waits for a supervisor other than {sheet.recorder}"


def building(sheet, reached):
    if sheet.state == State.FAILED:
        return "failed"
    return "done" if sheet.is_published else "now" if reached else "ahead"


def built(sheet):
    if sheet.is_published:
        return f"{sheet.pages} page{'' if sheet.pages == 1 else 's'}"
    return "Failed; nothing was sent" if sheet.state == State.FAILED else ""


def issued(sheet):
    return f"{sheet.issued} numbered copies" if sheet.is_published else ""
