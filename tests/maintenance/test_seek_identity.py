"""maintenance.seek_identity, stop_seeking: of somebody whom nobody knows the sheet asks every officer."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services
from maintenance.hot_sheet.collect import collect
from maintenance.hot_sheet.revising import still_sought
from tests.api.conftest import signed_in
from tests.conftest import NOON, TODAY, officer
from tests.maintenance.alerted import alert_about

SAID = {"looks": "Man about 30, red parka", "text": "Sells at the laundry since Monday", "reliability": "B",
        "validity": "2"}  # fmt: skip
UNTIL = TODAY + timedelta(days=14)


@pytest.fixture
def alert(ray, west_end):
    return alert_about(None, ray, west_end, what="Tall man, red parka", at=NOON)


def sought(by, alert, **changed):
    return services.seek_identity(by=by, alert=alert, at=NOON, **{**SAID, "until": UNTIL, **changed})


def asked_by(meeting, starts_on=None):
    return collect(meeting, starts_on or meeting.sheet_starts_on, meeting.sheet_ends_on, NOON).unknown


def test_the_coming_sheets_ask_until_its_day_or_until_the_alert_is_closed(sal, alert, meeting):
    sought(sal, alert)
    [person] = asked_by(meeting)
    assert (person.name_or_looks, person.text, person.grade) == (SAID["looks"], f"{SAID['text']}.", "B2")
    assert person.wanted == f"Who is this? Call {sal.signature}, {sal.phone}."
    assert asked_by(meeting, UNTIL + timedelta(days=1)) == ()
    sought(sal, alert, looks="“Moth”")
    assert [person.name_or_looks for person in asked_by(meeting)] == ["“Moth”"]
    services.close_alert(by=sal, alert=alert, outcome="nothing", why="He is the plumber.", at=NOON)
    assert asked_by(meeting) == ()


def test_a_revision_asks_only_for_whom_nobody_knows_yet(sal, alert, meeting):
    sought(sal, alert)
    before = SimpleNamespace(valid_from=meeting.sheet_starts_on, unknown=asked_by(meeting))
    assert still_sought(before, TODAY) == before.unknown != ()
    services.stop_seeking(by=sal, alert=alert)
    assert still_sought(before, TODAY) == ()


def test_whom_and_until_when_nobody_is_sought(sal, ray, alert, farrow, west_end):
    with pytest.raises(PermissionDenied):
        sought(ray, alert)
    with pytest.raises(Http404):
        sought(officer("9", "supervisor"), alert)
    for until in (TODAY - timedelta(days=1), UNTIL + timedelta(days=1)):
        with pytest.raises(ValidationError, match="at most 14 days"):
            sought(sal, alert, until=until)
    with pytest.raises(RuleBroken, match="about Cody Farrow; only somebody whom nobody knows"):
        sought(sal, alert_about(farrow, ray, west_end, at=NOON))
    with pytest.raises(RuleBroken, match="names Cody Farrow, who is on file"):
        sought(sal, alert, text="Looks like Cody Farrow.")
    with pytest.raises(RuleBroken, match="Nobody is sought"):
        services.stop_seeking(by=sal, alert=alert)
    services.close_alert(by=sal, alert=alert, outcome="gone", why="Left.", at=NOON)
    with pytest.raises(RuleBroken, match="alert is closed"):
        sought(sal, alert)


def test_asked_on_the_page_and_taken_back(client, sal, ray, alert, meeting):
    client.force_login(sal)
    page = alert.get_absolute_url()
    assert "Ask on the sheet" in client.get(page).content.decode()
    form = client.get(f"{page}seek/").context["form"]
    said = {**SAID, "until": form.initial["until"].isoformat()}
    assert client.post(f"{page}seek/", said)["Location"] == page
    assert "Change the line" in client.get(page).content.decode()
    assert signed_in(ray).post(f"/api{page}stop-seeking/").status_code == 403
    assert "does not ask any more" in client.post(f"{page}stop-seeking/", follow=True).content.decode()
    assert signed_in(sal).post(f"/api{page}stop-seeking/").status_code == 409
    assert signed_in(sal).post(f"/api{page}seek/", said).json()["id"] == str(alert.pk)
    for verb, times in (("seek_identity", 2), ("stop_seeking", 1)):
        assert AuditEntry.objects.filter(verb=f"maintenance.{verb}", outcome="done").count() == times
