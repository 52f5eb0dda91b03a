"""maintenance.view_cadence, change_cadence, and the calendar that follows."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied

from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from maintenance import cadence, services
from maintenance.services.change_cadence import SETTINGS
from tests.api.conftest import signed_in

VERMONT = ZoneInfo("America/New_York")
TEN = time(10)


def turns(week, every=7, count=3, at=TEN):
    return cadence.turns(week, every, 3, at, VERMONT, count)


def test_the_hour_on_the_wall_stays_when_the_clocks_change():
    before, after, later = turns(date(2026, 10, 26))
    assert [f"{turn.meets_at:%a %-d %b %H:%M %z}" for turn in (before, after)] == [
        "Wed 28 Oct 10:00 -0400", "Wed 4 Nov 10:00 -0500",
    ]  # fmt: skip
    assert [turn.keeps_wall_time for turn in (before, after, later)] == [False, True, False]
    assert f"{before.frozen_by:%a %-d %b %H:%M %z}" == "Sun 1 Nov 00:00 -0400"


def test_an_hour_that_the_night_leaves_out_is_the_one_after_it():
    assert f"{cadence.moment(date(2026, 3, 8), time(2, 30), VERMONT):%H:%M %z}" == "03:30 -0400"


def test_a_year_of_53_weeks_has_its_last_sheet():
    assert [turn.edition for turn in turns(date(2026, 12, 14), count=3)] == ["2026-W52", "2026-W53", "2027-W01"]
    assert [(turn.edition, turn.ends_on) for turn in turns(date(2026, 12, 21), every=14, count=2)] == [
        ("2026-W53", date(2027, 1, 10)), ("2027-W02", date(2027, 1, 24)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "every", "first"),
    [
        (None, 14, date(2026, 3, 2)),
        (date(2026, 3, 2), 14, date(2026, 3, 2)),
        (date(2026, 2, 23), 7, date(2026, 3, 2)),
        (date(2026, 2, 23), 14, date(2026, 3, 9)),
        (date(2026, 1, 5), 14, date(2026, 3, 2)),
        (date(2026, 3, 9), 7, date(2026, 3, 2)),  # opened ahead
        (date(2026, 3, 9), 14, date(2026, 3, 9)),
    ],
)
def test_the_next_meeting_is_counted_from_the_last(last, every, first):
    assert cadence.first_week(last, every, date(2026, 3, 5)) == first


def said(task_force, **changed):
    return {name: getattr(task_force, name) for name in SETTINGS} | changed


def test_the_rhythm_is_changed_on_the_record(task_force, sal, ray, pat):
    seen = version(task_force, SETTINGS)
    services.change_cadence(by=sal, task_force=task_force, seen=seen, **said(task_force, meets_on=5, meets_at=time(14)))
    task_force.refresh_from_db()
    assert (task_force.meets_on, task_force.meets_at) == (5, time(14))
    [line] = AuditEntry.objects.filter(verb="maintenance.change_cadence")
    assert (line.badge, line.outcome) == (sal.badge, "done")
    with pytest.raises(ChangedMeanwhile):
        services.change_cadence(by=sal, task_force=task_force, seen=seen, **said(task_force, meets_on=1))
    for nobody in (ray, pat):
        with pytest.raises(PermissionDenied):
            services.change_cadence(by=nobody, task_force=task_force, seen=seen, **said(task_force))


def test_a_rhythm_that_would_leave_gaps_is_refused(task_force, meeting, sal):
    seen = version(task_force, SETTINGS)
    with pytest.raises(RuleBroken, match="A meeting is open"):
        services.change_cadence(by=sal, task_force=task_force, seen=seen, **said(task_force, meets_every_days=14))
    with pytest.raises(RuleBroken, match="from one sheet to the next: 7 days"):
        services.change_cadence(by=sal, task_force=task_force, seen=seen, **said(task_force, item_days=6))


def test_the_calendar_is_read_and_changed_at_both_doors(client, task_force, meeting, sal, ray, pat):
    client.force_login(sal)
    page = client.get("/cadence/").content.decode()
    assert "Wednesdays at 10:00, every week" in page
    typed = said(task_force, meets_on="2", meets_at="13:30", seen=version(task_force, SETTINGS))
    assert client.post("/cadence/change/", typed).status_code == 302
    api = signed_in(sal)
    answer = api.post("/api/cadence/change/", {"meets_at": "25:00"}, format="json")
    assert "Send an hour on the wall" in answer.content.decode()
    assert api.post("/api/cadence/change/", {"meets_at": "09:15", "meets_on": "4"}, format="json").status_code == 200
    told = signed_in(ray).get("/api/cadence/").json()
    assert (told["task_force"]["meets_on"], told["task_force"]["meets_at"], len(told["turns"])) == (4, "09:15", 8)
    for nobody, door in ((ray, "/cadence/change/"), (pat, "/cadence/")):
        client.force_login(nobody)
        assert client.get(door).status_code == 403
