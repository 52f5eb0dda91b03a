"""Every URL with every role, and with officers of another market. A URL that this table does not know fails."""

import json
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dealers import services as dealing
from dealers.models import Pointer
from dmi.accounts import services as accounts
from dmi.accounts.roles import MAY, Role
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry
from maintenance import services as crt
from maintenance import tasks
from maintenance.models import AgendaItem, Copy
from markets import services as places
from tests import conftest
from tests.accounts.overseen import overseen
from tests.callins.followed import follow_ups_of
from tests.callins.lettered import letters_of
from tests.callins.offered import offer_of
from tests.callins.planned_of import plan_of
from tests.callins.qualified import invitation_of, put_on
from tests.callins.visited import visits_of
from tests.cases.court import before_court
from tests.cases.evidence import proved
from tests.conftest import NOON, TODAY, logged, officer
from tests.conventions.site import doors
from tests.dealers.charted import saved_chart
from tests.dealers.declared import declared_by
from tests.dealers.facts import known_by
from tests.dealers.listed import match_of
from tests.dealers.lists import kept_lists
from tests.dealers.supervised import condition_of, supervision_of, violation_of
from tests.dealers.test_add_photo import picture
from tests.dealers.test_log_tie import tie
from tests.dealers.test_log_tip import told
from tests.dtc.enrolled import course_of
from tests.maintenance.alerted import alerts_of
from tests.maintenance.reached import said_and_asked
from tests.maintenance.seated import seated
from tests.maintenance.told import debrief_of
from tests.maintenance.watched import month_of, signal_of
from tests.markets.healthy import health_of
from tests.markets.lists import list_of_incidents
from tests.markets.upkeep import upkeep_of
from tests.retention.given import given_of
from tests.stage import staged

ROOK = re.compile(rb"\bRook\b")  # four letters: a nonce or a token may hold them by chance
PUBLIC = {"account_login", "account_logout", "live", "ready", "metrics"}  # before one is anybody
SIGNED_IN = {
    "desk",
    "accounts:still_here",
    "account_change_password",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "api:schema",
    "api:nowhere",
    "view_api",
}  # whoever is signed in
LISTS = "list"  # no record in the address: allowed or not by role alone
OVERSEEN = "overseen"  # as MARKET, but whoever reads the trail finds it too, without a name
MARKET = "market"  # the record belongs to a market: 404 to whoever does not work it
RECORDS = {
    "dealer_id": MARKET, "market_id": MARKET, "photo_id": MARKET, "hot_place_id": MARKET, "assignment_id": MARKET,
    "other_id": MARKET, "pointer_id": MARKET, "merge_id": MARKET,
    "item_id": MARKET, "meeting_id": MARKET, "presence_id": MARKET, "observation_id": MARKET, "tie_id": MARKET,
    "supervision_id": MARKET, "condition_id": MARKET, "violation_id": MARKET,
    "match_id": MARKET, "tip_id": MARKET, "roster_id": MARKET,
    "alias_id": MARKET, "birth_date_id": MARKET, "address_id": MARKET, "phone_id": MARKET, "vehicle_id": MARKET,
    "handle_id": MARKET, "influential_id": MARKET, "involvement_id": MARKET, "caution_id": MARKET, "fact_id": MARKET,
    "kind": "",
    "prosecution_id": MARKET, "warrant_id": MARKET, "operation_id": MARKET, "target_id": MARKET,
    "case_id": MARKET, "buy_id": MARKET, "exhibit_id": MARKET,
    "promise_id": MARKET, "code_case_id": MARKET,
    "health_count_id": MARKET, "capacity_id": MARKET, "survey_id": MARKET,
    "sheet_id": "sheet", "number": "sheet", "item": "", "officer_id": "colleague", "token_id": "own", "size": "",
    "batch_id": "own", "list_id": "own", "incident_batch_id": MARKET, "chart_id": MARKET,
    "declaration_id": MARKET,
    "invitation_id": MARKET,
    "letter_id": MARKET, "notification_id": MARKET, "template_id": "",
    "signal_id": MARKET, "page_id": "",
    "debrief_id": "own", "edition": "",
    "call_in_id": MARKET, "member_id": MARKET, "speaker_id": MARKET, "service_id": MARKET,
    "offer_id": MARKET,
    "schedule_id": MARKET, "support_contact_id": MARKET,
    "follow_up_id": MARKET, "service_request_id": MARKET,
    "alert_id": MARKET, "action_id": "own",
    "outreach_id": "own", "announcement_id": MARKET,
    "participant_id": "treatment", "drug_test_id": "treatment",
    "weekly_meeting_id": "treatment", "attendance_id": "treatment",
    "response_id": "treatment", "consent_id": "treatment", "status_report_id": "treatment",
    "rules_id": "treatment",
    "need_id": "treatment", "plan_step_id": "treatment", "referral_id": "treatment",
    "session_id": "treatment", "docket_entry_id": "treatment",
    "prescription_id": "treatment", "pause_id": "treatment",
    "hold_id": MARKET, "removal_id": OVERSEEN,
    "review_id": "", "acting_role_id": "",
    "agreement_id": "", "dissemination_id": OVERSEEN, "compliance_report_id": "", "disclosure_id": OVERSEEN,
}  # fmt: skip
WALLED = "callins:dtc:"
ROLES = [role for role in Role if role != Role.CLOCK]


@pytest.fixture
def world(ray, sal, sue, otis, clock, task_force, west_end, farrow, whitlow, rook, monkeypatch):
    """Something under every address, all of it in West End."""
    photo = dealing.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, at=NOON)
    place = places.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=TODAY)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=TODAY, at=NOON)
    probation = supervision_of(farrow, ray)
    curfew = condition_of(probation, ray)
    match = match_of(farrow, ray)
    plan = plan_of(sal, west_end)
    return {
        **kept_lists(ray, west_end),
        **list_of_incidents(sal, west_end),
        "chart_id": saved_chart(ray, west_end).pk,
        "declaration_id": declared_by(ray, west_end).pk,
        "match_id": match.pk,
        "roster_id": match.roster_id,
        "tip_id": told(ray, west_end).pk,
        **known_by(ray, farrow),
        "supervision_id": probation.pk,
        "condition_id": curfew.pk,
        "violation_id": violation_of(curfew, ray).pk,
        **before_court(farrow, ray, sal, west_end),
        **proved(farrow, ray, west_end),
        **health_of(sal, west_end),
        **plan,
        **invitation_of(plan["call_in_id"], farrow, sal),
        **letters_of(plan["call_in_id"], farrow, sal, west_end),
        **upkeep_of(west_end, place, ray, sal),
        **follow_ups_of(farrow, sal, west_end),
        **visits_of(farrow, sal),
        **course_of(),
        **offer_of(farrow, sal, west_end),
        **debrief_of(ray, west_end),
        **signal_of(west_end),
        **month_of(sal),
        **said_and_asked(sal, west_end),
        **alerts_of(farrow, ray, west_end),
        **given_of(farrow, ray, sal),
        "dealer_id": farrow.pk,
        "other_id": whitlow.pk,
        "tie_id": tie(ray, farrow, whitlow).pk,
        "pointer_id": Pointer.objects.create(dealer=farrow, given_to=otis, at=NOON).pk,
        "merge_id": merged(ray, sal, west_end).pk,
        "market_id": west_end.pk,
        "photo_id": photo.pk,
        "size": "page",
        "hot_place_id": place.pk,
        "assignment_id": west_end.assignments.get(officer=ray).pk,
        "meeting_id": meeting.pk,
        **seated(meeting, sal),
        "item_id": AgendaItem.objects.filter(meeting=meeting).first().pk,
        "observation_id": farrow.observations.first().pk,
        "sheet_id": sheet_of_last_week(sal, sue, task_force, monkeypatch).pk,
        "number": 1,
        "item": 1,
        "officer_id": ray.pk,
        **overseen(),
        "pk": 1,  # of a security key: there is none, so that nobody has it
        "token_id": accounts.make_token(by=ray, name="x", scope="read", days=1, secret=new_secret(), at=NOON).pk,
    }


def merged(ray, sal, west_end):
    """Two drafts made one."""
    kept, other = (logged(ray, west_end, street_name=name) for name in ("Wick", "Wicker"))
    return dealing.merge_dealers(by=sal, dealer=kept, other=other, because="Same phone", at=NOON)


def sheet_of_last_week(sal, sue, task_force, monkeypatch):
    """A published edition, built by a printer that costs nothing; copy 1 is otis's."""
    before = NOON - timedelta(days=7)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=before.date(), at=before)
    for item in meeting.items.all():
        crt.decide(by=sal, item=item, kind="pass", reason="Nothing new", at=before)
    crt.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    crt.close_meeting(by=sal, meeting=meeting, at=before)
    sheet = crt.freeze_hot_sheet(by=sal, meeting=meeting, at=before)
    crt.approve_hot_sheet(by=sue, sheet=sheet, at=before)
    tasks.build_hot_sheet(sheet=str(sheet.pk))
    sheet.refresh_from_db()
    assert sheet.is_published, sheet.failed_because
    return sheet


def kind_of(door):
    kinds = {RECORDS[name] for name in door.wants} - {""}
    return kinds.pop() if kinds else LISTS


def is_somebody_elses(door, stranger):
    if kind_of(door) == OVERSEEN:
        return not stranger.has_perm("audit.view_trail")
    return kind_of(door) in {"own", "sheet"} and not stranger.has_perm("maintenance.view_hot_sheet")


made, stage = staged("world", "ray", "sal", "otis", "pat", "west_end", "rook", rooms=(globals(), vars(conftest)))


def test_every_url_has_its_expectation():
    unknown = [
        door.name
        for door in doors()
        if door.name not in PUBLIC | SIGNED_IN and (door.verb is None or not set(door.wants) <= set(RECORDS))
    ]
    assert unknown == []


def test_without_signing_in_no_door_opens(client, stage):
    for door in doors():
        if door.name in PUBLIC:
            continue
        answer = client.get(door.address(stage.world))
        if door.is_api:
            assert answer.status_code == 401, door.name
        else:
            assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/sign-in/"), door.name


@pytest.mark.parametrize("role", ROLES)
def test_a_stranger_to_the_market_finds_no_record_of_it(client, stage, role):
    """An officer of each role who works another market: 403 by role, 404 by row, and never a name."""
    stranger = officer(f"s-{role}", role)
    sees_markets = stranger.has_perm("accounts.view_officers")
    client.force_login(stranger)
    for door in doors():
        if door.name in PUBLIC | SIGNED_IN:
            continue
        answer = client.get(door.address(stage.world))
        assert answer.status_code < 500, door.name
        if not stranger.has_perm(door.verb):
            assert answer.status_code == (404 if WALLED in door.name else 403), (door.name, answer.status_code)
        elif kind_of(door) == MARKET and not (sees_markets and {"market_id", "assignment_id"} & set(door.wants)):
            if not ("meeting_id" in door.wants and stranger.has_perm("maintenance.freeze_hot_sheet")):
                assert answer.status_code in {404, 405}, (door.name, answer.status_code)
        elif is_somebody_elses(door, stranger):
            assert answer.status_code in {404, 405}, (door.name, answer.status_code)
        body = answer.getvalue()  # also of what is streamed
        assert b"Farrow" not in body, door.name
        assert not ROOK.search(body), door.name


@pytest.mark.parametrize("role", [role for role in ROLES if MAY[role] & {"markets.view_market"}])
def test_who_works_the_market_finds_it(client, stage, role):
    worker = officer(f"w-{role}", role)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=worker, on=TODAY)
    put_on(stage.world["call_in_id"], worker, stage.sal)
    client.force_login(worker)
    for door in doors():
        if door.name in PUBLIC | SIGNED_IN or not worker.has_perm(door.verb) or kind_of(door) not in {MARKET, LISTS}:
            continue
        answer = client.get(door.address(stage.world))
        expected = {200, 302, 405}
        if "meeting_id" in door.wants or "item_id" in door.wants:
            expected |= {404} if not worker.has_perm("maintenance.view_meeting") else set()
        if door.verb == "dealers.find_duplicates" and not worker.has_perm("dealers.view_dealer"):
            expected |= {404}  # whoever opens no dossiers compares only his own drafts
        if door.name == "api:dealers:export_chart":
            expected |= {400}  # it wants to be told which file
        assert answer.status_code in expected, (door.name, answer.status_code)
        assert not ROOK.search(answer.getvalue()) or worker.has_perm("dealers.approve_predicate"), door.name


def test_pat_and_otis_find_nothing_of_a_draft_by_any_way(client, stage):
    """By search, filter, id, photo, form choice, API or sheet."""
    photo = dealing.add_photo(by=stage.rook.logged_by, dealer=stage.rook, photo=picture(), taken_on=TODAY, at=NOON)
    about = {**stage.world, "dealer_id": stage.rook.pk, "photo_id": photo.pk}
    for stranger in (stage.pat, stage.otis):
        client.force_login(stranger)
        for door in doors():
            if door.name in PUBLIC:
                continue
            asked = f"?q=Rook&dealer={stage.rook.pk}&market={about['market_id']}&status=draft"
            for question in ("",) if door.wants else ("", asked):  # a record is not narrowed by questions
                answer = client.get(door.address(about) + question)
                body = answer.getvalue().replace(b'value="Rook"', b"").replace(b"Rook&amp;", b"")
                assert not ROOK.search(body), (stranger, door.name)
                if "dealer_id" in door.wants or "photo_id" in door.wants:
                    assert answer.status_code in {403, 404, 405}, (stranger, door.name)


def test_every_refusal_by_role_is_on_the_trail(client, stage):
    client.force_login(stage.pat)
    before = AuditEntry.objects.filter(outcome="forbidden").count()
    assert client.get("/dealers/").status_code == 403
    assert AuditEntry.objects.filter(outcome="forbidden").count() == before + 1


def test_a_copy_is_its_officers_alone(client, stage):
    copies = {copy.officer: copy for copy in Copy.objects.select_related("officer")}
    client.force_login(stage.sal)
    address = copies[stage.otis].get_absolute_url()
    assert client.get(address).status_code == 404
    assert client.post(f"{address}download/").status_code == 404
    assert client.post(f"{address}acknowledge/").status_code == 404


def test_no_error_text_carries_a_name_unescaped(client, stage):
    client.force_login(stage.ray)
    answer = client.post("/dealers/log/", {"street_name": "<script>alert(1)</script>", "market": "x"})
    assert b"<script>alert" not in answer.content
    assert b"&lt;script&gt;alert" in answer.content


def test_a_nul_byte_and_three_hundred_letters_are_a_sentence_in_the_form(client, stage):
    client.force_login(stage.ray)
    for name in ("a\x00b", "x" * 300):
        said = {
            "street_name": name,
            "facts": "Sold twice.",
            "market": stage.west_end.pk,
            "role": "other",
            "reliability": "B",
            "validity": "2",
        }
        answer = client.post("/dealers/log/", said)
        assert answer.status_code == 200
        assert b"Sold twice." in answer.content


def test_a_file_that_is_no_photo_loses_nothing_typed(client, stage):
    client.force_login(stage.ray)
    said = {
        "street_name": "Moth", "facts": "Sold twice.", "market": stage.west_end.pk, "role": "other", "reliability": "B",
        "validity": "2", "photo": SimpleUploadedFile("photo.jpg", b"%PDF-1.7"),
    }  # fmt: skip
    answer = client.post("/dealers/log/", said)
    assert "This file is no photo" in answer.content.decode()
    assert "Sold twice." in answer.content.decode()


def test_health_tells_nothing_but_health(client, db):
    assert json.loads(client.get("/health/live").content) == {"live": True}
