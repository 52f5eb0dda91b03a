"""A line of a jail's list that may be about somebody, for tests that need one without reading a list."""

from datetime import timedelta

from dealers.models import Roster, RosterMatch
from tests.conftest import NOON, TODAY


def match_of(dealer, by, number=1, **facts):
    roster = Roster.objects.create(
        source=f"Jail {number}", sha256=f"{number:064}", row_count=2, unread_count=1, unread=["Line 3: no last name"],
        by=by, at=NOON,
    )  # fmt: skip
    said = {
        "event": "released",
        "event_on": TODAY - timedelta(days=number),
        "as_written": "FARROW, CODY",
        "score": 0.97,
    }
    return RosterMatch.objects.create(roster=roster, dealer=dealer, reasons=["same name"], **said, **facts)
