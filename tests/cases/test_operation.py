"""cases.plan_operation, tell_clinic, add_target, download_packets, record_target_outcome, close_operation."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from dealers import services as dealing
from dealers.cases import packets, services
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from dmi.pdf import layout
from maintenance import services as crt
from tests.cases.court import aimed, arrested, logged_warrant, planned
from tests.conftest import NOON, TODAY, logged
from tests.dealers.test_add_photo import picture
from tests.maintenance.conftest import THURSDAY, point

DAY = timedelta(days=1)
SWEEP_AT = NOON + DAY


def answered(target, by, outcome="arrested", at=SWEEP_AT, note=""):
    return services.record_target_outcome(by=by, target=target, outcome=outcome, note=note, at=at)


@pytest.fixture
def slate(sal, west_end):
    return planned(west_end, sal)


@pytest.fixture
def target(slate, farrow, sal):
    return aimed(slate, farrow, sal)


def test_a_day_that_has_passed_and_a_name_twice_are_refused(sal, west_end, slate):
    with pytest.raises(RuleBroken, match="planned ahead"):
        planned(west_end, sal, name="Other", held_on=TODAY - DAY)
    with pytest.raises(IntegrityError):
        planned(west_end, sal)


def test_the_clinic_is_told_a_number_before_the_sweep(sal, slate):
    services.tell_clinic(by=sal, operation=slate, told_on=TODAY, number=120, at=NOON)
    assert (slate.clinic_told_on, slate.clinic_told_number) == (TODAY, 120)
    with pytest.raises(RuleBroken, match="still to come"):
        services.tell_clinic(by=sal, operation=slate, told_on=TODAY + DAY, number=120, at=NOON)
    with pytest.raises(RuleBroken, match="told before it"):
        services.tell_clinic(by=sal, operation=slate, told_on=TODAY + 2 * DAY, number=1, at=NOON + 3 * DAY)


def test_a_target_is_on_file_with_a_part_in_the_market_and_once(sal, ray, sue, slate, target, farrow, west_end, alley):
    with pytest.raises(IntegrityError):
        aimed(slate, farrow, sal)
    with pytest.raises(RuleBroken, match="A draft is nobody's target"):
        aimed(slate, logged(ray, west_end, street_name="Wren"), sal)
    with pytest.raises(RuleBroken, match="has no part in West End"):
        aimed(slate, alley, sue)


def test_outcomes_are_recorded_on_the_day(ray, target):
    with pytest.raises(RuleBroken, match="Slate is on 4 Mar 2026"):
        answered(target, ray, at=NOON)
    answered(target, ray, note="At the motel")
    assert (target.outcome, target.outcome_at, target.note) == ("arrested", SWEEP_AT, "At the motel")
    answered(target, ray, "open")
    assert target.outcome_at is None
    assert AuditEntry.objects.filter(verb="cases.record_target_outcome", outcome="done").count() == 2


def test_called_off_is_said_before_the_day(ray, target):
    assert answered(target, ray, "called_off", at=NOON).outcome == "called_off"


def test_an_arrest_recorded_for_the_sweep_answers_its_target(ray, target, slate, farrow):
    arrested(farrow, ray, operation=slate, arrested_on=TODAY + DAY, at=SWEEP_AT)
    target.refresh_from_db()
    assert (target.outcome, target.outcome_at) == ("arrested", SWEEP_AT)


def test_closed_it_takes_no_target_and_no_outcome(sal, ray, slate, target, whitlow):
    with pytest.raises(RuleBroken, match="close it when it is over"):
        services.close_operation(by=sal, operation=slate, at=NOON)
    services.close_operation(by=sal, operation=slate, at=SWEEP_AT)
    with pytest.raises(RuleBroken, match="Slate is closed"):
        aimed(slate, whitlow, sal)
    target.refresh_from_db()
    with pytest.raises(RuleBroken, match="Slate is closed"):
        answered(target, ray)
    with pytest.raises(RuleBroken, match="Slate is closed"):
        services.close_operation(by=sal, operation=slate, at=SWEEP_AT)
    with pytest.raises(RuleBroken, match="to be destroyed"):
        services.download_packets(by=ray, operation=slate)


def test_who_is_left_open_is_on_the_next_agenda(sal, ray, task_force, slate, target, whitlow):
    answered(aimed(slate, whitlow, sal), ray)
    services.close_operation(by=sal, operation=slate, at=SWEEP_AT)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + 2 * DAY)
    assert "Not found at “Slate”" in point(meeting, target.dealer).reasons
    assert "Not found at “Slate”" not in point(meeting, whitlow).reasons


def test_the_packets_have_one_page_for_each_who_is_not_found(ray, sal, slate, target, farrow, whitlow):
    aimed(slate, whitlow, sal, plan="Stop the car at Depot Street")
    dealing.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, at=NOON)
    dealing.log_caution(by=ray, dealer=farrow, kind="armed", source="26-0917", noted_on=TODAY, at=NOON)
    services.confirm_warrant(by=ray, warrant=logged_warrant(farrow, ray), at=NOON)
    pages = pages_of(slate, ray)
    assert len(pages) == 2
    assert all(words in pages[0] for words in ("Cody Farrow", "Scooter", "Armed", "26-W-17", "confirm before arrest"))
    assert "Front door, 06:00" in pages[0]
    assert "Stop the car at Depot Street" in pages[1]
    assert "badge 114" in pages[1]
    answered(target, ray)
    assert len(pages_of(slate, ray)) == 1


def pages_of(operation, officer):
    reader = pypdf.PdfReader(io.BytesIO(packets.as_pdf(operation, officer, NOON + timedelta(hours=1))))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_the_line_stands_before_the_bytes(client, ray, slate, target, monkeypatch):
    written = []
    monkeypatch.setattr(packets, "as_pdf", lambda *given: written.append(lines()) or b"%PDF-1.7")
    client.force_login(ray)
    answer = client.post(f"/cases/operations/{slate.pk}/download-packets/")
    assert (answer["Content-Type"], written) == ("application/pdf", [1])
    api = f"/api/cases/operations/{slate.pk}/download-packets/"
    assert client.post(api, {}, content_type="application/json").content == b"%PDF-1.7"
    assert lines() == 2


def lines():
    return AuditEntry.objects.filter(verb="cases.download_packets", outcome="done").count()


def test_without_targets_there_are_no_packets(client, ray, slate):
    client.force_login(ray)
    answer = client.post(f"/cases/operations/{slate.pk}/download-packets/", follow=True)
    assert "Nobody is a target yet" in answer.content.decode()


def test_words_without_room_on_a_packet_are_told_on_the_page(client, ray, slate, target, monkeypatch):
    monkeypatch.setattr(layout, "lost_words", lambda *given: ["one", "two"])
    client.force_login(ray)
    answer = client.post(f"/cases/operations/{slate.pk}/download-packets/", follow=True)
    assert "2 words found no room on the page" in answer.content.decode()


def test_otis_and_the_wrong_roles_find_no_sweep(client, otis, ray, slate, target, farrow, west_end):
    with pytest.raises(PermissionDenied):
        planned(west_end, ray)
    with pytest.raises(PermissionDenied):
        aimed(slate, farrow, ray)
    with pytest.raises(PermissionDenied):
        services.close_operation(by=ray, operation=slate, at=SWEEP_AT)
    with pytest.raises(PermissionDenied):
        services.tell_clinic(by=ray, operation=slate, told_on=TODAY, number=1, at=NOON)
    with pytest.raises(Http404):
        services.download_packets(by=otis, operation=slate)
    with pytest.raises(Http404):
        answered(target, otis)
    client.force_login(otis)
    assert client.get(f"/cases/operations/{slate.pk}/").status_code == 404
    assert "Slate" not in client.get("/cases/operations/").content.decode()


def test_the_sweep_in_the_browser(client, sal, farrow, west_end):
    client.force_login(sal)
    said = {"market": west_end.pk, "name": "Slate", "held_on": "2099-03-04", "agencies": "OFPD"}
    board = client.post("/cases/operations/plan/", said)["Location"]
    assert "No target yet" in client.get(board).content.decode()
    client.post(f"{board}add-target/", {"dealer": farrow.pk, "plan": "Front door"})
    client.post(f"{board}tell-clinic/", {"told_on": TODAY.isoformat(), "number": "120"})
    page = client.get(board).content.decode()
    assert "Addict-dealer" in page
    assert "120 <small>users expected" in page
    assert client.get(f"{board}close/").status_code == 200
    told = client.get(f"/api{board}").json()
    assert told["operation"]["open_count"] == 1
    assert [row["plan"] for row in told["targets"]] == ["Front door"]
