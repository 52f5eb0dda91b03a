"""maintenance.view_week, note_attendance, strike_attendance, download_minutes: around the decisions of a meeting."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services, week
from maintenance.models import MeetingAttendance
from maintenance.week.lines import A_YEAR, Line
from markets.models import DailyCount
from tests.conftest import NOON, officer
from tests.maintenance.conftest import THURSDAY, closed_meeting

EVE = THURSDAY - timedelta(days=1)
DAY = timedelta(days=1)


def counted(market, on, count, category="burglary", **facts):
    said = {"is_call": False, "zone": "unknown", **facts}
    return DailyCount.objects.create(market=market, on=on, category=category, count=count, **said)


def lines(officer, eve=EVE):
    (told,) = week.weeks_of(officer, eve)
    return told, {line.label: line for line in told.shown}


def test_this_week_stands_beside_four_weeks_and_a_year_ago(sal, west_end, farrow):
    for back, count in enumerate((12, 2, 1, 3, 2)):
        counted(west_end, EVE - back * 7 * DAY, count)
        counted(west_end, EVE - A_YEAR - back * 7 * DAY, 2)
    counted(west_end, EVE - A_YEAR - 60 * DAY, 1)  # the lists reach back
    counted(west_end, EVE - 9 * DAY, 4, "overdose", is_call=True)
    told, found = lines(sal)
    burglary = found["Burglary"]
    assert (burglary.counts, burglary.mean, burglary.mean_a_year_ago) == ((2, 3, 1, 2, 12), 2.0, 2.0)
    assert burglary.is_more
    assert burglary.bars
    assert found["New names"].this == 1
    assert told.ends == [("Calls", EVE - 9 * DAY)]  # the list of calls ends there, and its week with it
    assert (found["Calls for an overdose"].this, found["Calls for an overdose"].mean_a_year_ago) == (4, None)


@pytest.mark.parametrize(
    ("counts", "more", "less"),
    [((2, 2, 2, 2, 12), True, False), ((9, 9, 9, 9, 0), False, True), ((1, 0, 2, 1, 3), False, False)],
)
def test_a_line_says_more_or_fewer_only_beyond_chance(counts, more, less):
    line = Line("Burglary", counts, EVE)
    assert (line.is_more, line.is_less) == (more, less)


def test_the_data_page_leads_to_the_line(meeting, sal, otis, ferry, west_end, client):
    counted(west_end, EVE, 3)
    address = reverse("maintenance:view_week", args=[meeting.pk])
    client.force_login(sal)
    page = client.get(address).content.decode()
    assert "Burglary" in page
    assert "Write this line and go to the agenda" in page
    assert client.get(f"/api{address}").json()["markets"][0]["market"]["name"] == "West End"
    client.force_login(otis)
    assert client.get(address).status_code == 404
    client.force_login(officer("p", "patrol"))
    assert client.get(address).status_code == 403
    assert AuditEntry.objects.filter(verb="maintenance.view_week", outcome="read").count() == 2


def test_who_sits_at_the_table_is_noted_once(meeting, sal, ray, task_force, client):
    client.force_login(sal)
    address = reverse("maintenance:note_attendance", args=[meeting.pk])
    assert client.post(address, {"officer": ray.pk}).status_code == 302
    assert client.post(address, {"name": "T. Varga", "agency": "Housing"}).status_code == 302
    assert "Choose an officer" in client.post(address, {"name": " "}).content.decode()
    with pytest.raises(IntegrityError, match="at_the_table_once"):
        services.note_attendance(by=sal, meeting=meeting, officer=ray, at=NOON)
    with pytest.raises(RuleBroken, match="on the list already"):
        services.note_attendance(by=sal, meeting=meeting, name="t. varga", agency="housing", at=NOON)
    with pytest.raises(PermissionDenied):
        services.note_attendance(by=ray, meeting=meeting, name="Somebody", at=NOON)
    guest = MeetingAttendance.objects.get(name="T. Varga")
    strike = reverse("maintenance:strike_attendance", args=[meeting.pk, guest.pk])
    assert client.post(strike).status_code == 302
    services.note_attendance(by=sal, meeting=meeting, name="T. Varga", agency="Housing", at=NOON)
    closed_meeting(meeting, sal)
    with pytest.raises(RuleBroken, match="who was there stands"):
        services.note_attendance(by=sal, meeting=meeting, name="Late", at=NOON)
    with pytest.raises(RuleBroken, match="who was there stands"):
        services.strike_attendance(by=sal, attendance=MeetingAttendance.objects.first())
    following = services.open_meeting(by=sal, task_force=task_force, on=THURSDAY + 7 * DAY, at=NOON + timedelta(days=9))
    usual = client.get(reverse("maintenance:note_attendance", args=[following.pk])).context["usual"]
    assert [str(each) for each in usual] == [str(ray), "T. Varga"]


def test_minutes_leave_the_desk_once_the_meeting_is_closed(meeting, sal, ray, client):
    address = reverse("maintenance:download_minutes", args=[meeting.pk])
    client.force_login(sal)
    assert client.post(address).url == meeting.get_absolute_url()
    with pytest.raises(RuleBroken, match="when the meeting is closed"):
        services.download_minutes(by=sal, meeting=meeting)
    services.note_attendance(by=sal, meeting=meeting, officer=ray, at=NOON)
    closed_meeting(meeting, sal)
    answer = client.post(address)
    assert answer["Content-Disposition"] == 'attachment; filename="crt-minutes-2026-03-05.pdf"'
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Minutes, CRT meeting of 5 March 2026"
    assert AuditEntry.objects.filter(verb="maintenance.download_minutes", outcome="done").count() == 1
    client.force_login(ray)
    assert client.post(address).status_code == 403
