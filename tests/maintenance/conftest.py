"""A week of the CRT."""

from datetime import date, timedelta

import pytest

from maintenance import services
from maintenance.models import AgendaItem
from tests.conftest import NOON

THURSDAY = date(2026, 3, 5)


@pytest.fixture
def meeting(sal, task_force, farrow, whitlow):
    """Opened by sal on Thursday: Farrow and Whitlow are new on file."""
    return services.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + timedelta(days=2))


def point(meeting, dealer):
    return AgendaItem.objects.get(meeting=meeting, dealer=dealer)


def decided(by, item, kind="add", **facts):
    said = {
        "reason": "Seen selling twice.", "patrol_line": "Sells from the car, Alder Plaza.",
        "officer_action": "Observe and report.", **facts,
    }  # fmt: skip
    return services.decide(by=by, item=item, kind=kind, at=NOON + timedelta(days=2, hours=1), **said)


def closed_meeting(meeting, sal, closed_by=None):
    """Everybody left on the agenda is added; the line written; closed."""
    for item in meeting.items.filter(decision=None):
        decided(sal, item, item.choices[0])
    services.write_headline(by=sal, meeting=meeting, headline="Selling is back at Alder Plaza.")
    return services.close_meeting(by=closed_by or sal, meeting=meeting, at=NOON + timedelta(days=2, hours=2))


@pytest.fixture
def closed(meeting, sal):
    return closed_meeting(meeting, sal)


@pytest.fixture
def frozen(closed, sal):
    return services.freeze_hot_sheet(by=sal, meeting=closed, at=NOON + timedelta(days=2, hours=3))


@pytest.fixture
def approved(frozen, sue):
    return services.approve_hot_sheet(by=sue, sheet=frozen, at=NOON + timedelta(days=3))
