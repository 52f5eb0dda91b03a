"""maintenance.tell_debrief, triage_debrief, see_answer and their pages: what officers saw, and what becomes of it."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.utils import timezone

from dealers import services as dealing
from dealers.models import Dealer, Observation
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from dmi.pdf import Body
from maintenance import services, tasks
from maintenance.hot_sheet.contents import Contents
from maintenance.models import Debrief
from maintenance.views import debriefs as views
from markets import services as places
from tests.api.conftest import is_problem, signed_in
from tests.conftest import NOON, PASSWORD, TODAY, logged, officer
from tests.dealers.test_add_photo import picture
from tests.maintenance.told import told_by

SAID = {"who": "Moth", "where": "Alder Plaza", "what": "Handed something to a driver."}
GRADED = {"reliability": "B", "validity": "2"}
LATER = NOON + timedelta(days=6, hours=4)  # in the week of the sheet


@pytest.fixture
def published(approved, clock, pat, otis, monkeypatch):
    """The sheet of the week after; pat and otis have copies."""
    monkeypatch.setattr(tasks, "printed", lambda sheet: Body(pdf=b"%PDF-1.7", pages=2, sha256="0" * 64))
    tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    return approved


@pytest.fixture
def beat(pat, sal, west_end):
    """The market that pat patrols: what he tells goes to its desk."""
    places.assign_officer(by=sal, market=west_end, officer=pat, on=TODAY)
    return west_end


@pytest.fixture
def copy_of_pat(published, pat):
    return published.copies.get(officer=pat)


def settled(by, debrief, state="used", **said):
    return services.triage_debrief(by=by, debrief=debrief, state=state, at=NOON + timedelta(hours=1), **said)


def outcomes(verb):
    return [(line.outcome, line.others) for line in AuditEntry.objects.filter(verb=f"maintenance.{verb}")]


def test_a_number_off_ones_own_sheet_says_whom_and_whose_desk(pat, sal, copy_of_pat, farrow, west_end):
    debrief = services.tell_debrief(
        by=pat, copy=copy_of_pat, item=1, where="Pine St", what="With a woman, silver Jetta.", at=LATER, photo=picture()
    )
    assert (debrief.who, debrief.dealer, debrief.market) == ("Cody Farrow “Scooter”", farrow, west_end)
    assert (debrief.seen_at, debrief.is_waiting, debrief.copy) == (LATER, True, copy_of_pat)
    assert bytes(debrief.photo[:3]) == b"\xff\xd8\xff"
    [(outcome, others)] = outcomes("tell_debrief")
    assert outcome == "done"
    assert "Jetta" not in json.dumps(others)
    assert Debrief.objects.visible_to(sal).contains(debrief)


def test_what_nobody_can_use_is_refused_with_what_is_lacking(pat, copy_of_pat):
    for said, refusal in [
        ({"who": ""}, "Say who it was"),
        ({"copy": copy_of_pat, "item": 9}, "has no item 9"),
        ({"item": 1}, "from your own copy"),
        ({"seen_at": LATER + timedelta(hours=1)}, "has not happened yet"),
        ({"photo": SimpleUploadedFile("a.jpg", b"%PDF-1.7")}, "no photo that can be read"),
    ]:
        with pytest.raises(RuleBroken, match=refusal):
            services.tell_debrief(by=pat, at=LATER, **{**SAID, **said})
    assert not Debrief.objects.exists()


def test_the_code_on_the_sheet_leads_through_the_sign_in_to_ones_own_numbers(client, published, pat, tess, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    address = Contents.from_json(published.contents).address
    assert address.endswith("/sighting/2026-W11/")
    path = address[address.index("/sighting/") :]
    asked = client.get(path)
    assert (asked.status_code, asked["Location"]) == (302, f"/sign-in/?next={path}")
    entered = client.post(asked["Location"], {"login": pat.badge, "password": PASSWORD, "notice": "on"})
    assert entered["Location"] == path
    page = client.get(f"{path}?item=2").content.decode()
    assert "1  Cody Farrow “Scooter”" in page
    assert '<option value="2" selected>2  Dana Whitlow “Dane”</option>' in page
    said = {"sheet": "2026-W11", "item": "2", "where": "Pine St", "what": "Met two drivers."}
    refused = client.post(path, said | {"photo": SimpleUploadedFile("a.jpg", b"%PDF-1.7")}).content.decode()
    assert "Met two drivers." in refused
    assert "Choose the photo again" in refused
    assert 'value="2" selected' in refused
    assert client.post(path, said)["Location"] == "/debriefs/own/"
    assert Debrief.objects.get().who == "Dana Whitlow “Dane”"
    no_copy = "/sighting/2026-W12/"
    assert "2026-W12" not in client.get(no_copy).content.decode().replace(no_copy, "")  # the cover's way back
    assert client.post(path, said | {"sheet": "2026-W12"}).status_code == 200
    assert Debrief.objects.count() == 1
    client.force_login(tess)
    assert client.get(path).status_code == 403


def test_a_sheet_that_is_closed_names_nobody_here_either(client, published, pat, copy_of_pat, monkeypatch):
    client.force_login(pat)
    for now, words in [(LATER + timedelta(days=7), "expired on"), (LATER, "was recalled")]:
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        if now == LATER:
            published.recalled_at, published.recalled_by, published.recalled_why = LATER, pat, "Wrong photo"
            published.save()
        page = client.get("/sighting/2026-W11/").content.decode()
        assert words in page
        assert "Farrow" not in page
        said = {"sheet": "2026-W11", "item": "1", "where": "Pine St", "what": "Met two drivers."}
        refused = client.post("/sighting/2026-W11/", said).content.decode()
        assert "Say who it was" in refused
        assert words in refused
        assert "Farrow" not in refused
        copy_of_pat.refresh_from_db()
        with pytest.raises(RuleBroken, match=words):
            services.tell_debrief(by=pat, copy=copy_of_pat, item=1, at=now, **SAID)
    monkeypatch.setattr(views, "numbers", lambda request, edition: (copy_of_pat, "This sheet expired."))
    assert 'value="1" selected' not in client.get("/sighting/2026-W10/?item=1").content.decode()
    monkeypatch.undo()
    client.post("/sighting/2026-W11/", said | {"who": "Cody"})
    assert (Debrief.objects.get().who, Debrief.objects.get().copy) == ("Cody", None)


def test_used_it_is_an_entry_on_the_timeline_and_the_officer_is_told(client, pat, sal, ray, farrow, beat):
    debrief = told_by(pat, photo=picture(), with_whom="a woman")
    client.force_login(sal)
    assert "Cody Farrow, Alder Plaza" in client.get("/").content.decode()
    page = client.get(debrief.get_absolute_url()).content.decode()
    assert "Sold twice from the blue Civic. With a woman. Told by Ofc. Pat Moreno." in page
    said = {"state": "used", "dealers": [farrow.pk], "market": beat.pk, "narrative": "Sold twice.", **GRADED}
    client.post(f"{debrief.get_absolute_url()}triage/", said | {"keeps_photo": "on", "answer": "Well seen."})
    entry = Observation.objects.visible_to(ray).about(farrow).get(narrative="Sold twice.")
    debrief.refresh_from_db()
    assert (debrief.observation, entry.grade, entry.place, debrief.triaged_by) == (entry, "B2", "Alder Plaza", sal)
    assert farrow.photos.get().taken_on == TODAY
    assert "Cody Farrow</a>" in client.get(debrief.get_absolute_url()).content.decode()
    client.force_login(pat)
    desk = client.get("/").content.decode()
    assert "What became of what you told" in desk
    assert "Well seen." in desk
    client.post(f"/debriefs/{debrief.pk}/see-answer/", {"from_desk": "1"})
    assert "What became of what you told" not in client.get("/").content.decode()
    assert "Well seen." in client.get("/debriefs/own/").content.decode()
    assert [outcome for outcome, _ in outcomes("see_answer") + outcomes("triage_debrief")] == ["done", "done"]


def test_what_is_settled_badly_is_refused(sal, pat, farrow, whitlow, beat):
    debrief = told_by(pat)
    used = {"market": beat, "dealers": [farrow], "narrative": "Seen.", **GRADED}
    for said, refusal in [
        ({"state": "unclear"}, "what is lacking"),
        ({"state": "passed_on"}, "to whom it went"),
        ({**used, "market": None}, "Choose the market"),
        ({**used, "validity": ""}, "grade the source"),
        ({**used, "keeps_photo": True}, "No photo came"),
    ]:
        with pytest.raises(RuleBroken, match=refusal):
            settled(sal, debrief, **said)
    with pytest.raises(RuleBroken, match="one person whom the photo shows"):
        settled(sal, told_by(pat, photo=picture()), **{**used, "dealers": [farrow, whitlow], "keeps_photo": True})
    assert not Observation.objects.filter(narrative="Seen.").exists()
    settled(sal, debrief, "known")
    with pytest.raises(RuleBroken, match="Sal Brandt settled this on 3 March: known already"):
        settled(sal, debrief, **used)


def test_what_a_slip_settled_waits_again_unless_it_is_an_entry(client, sal, pat, otis, ray, farrow, beat):
    debrief = settled(sal, told_by(pat, market=beat), "known", answer="We know.")
    services.see_answer(by=pat, debrief=debrief, at=NOON + timedelta(hours=2))
    with pytest.raises(PermissionDenied):
        services.reopen_debrief(by=pat, debrief=debrief)
    with pytest.raises(Http404):
        services.reopen_debrief(by=officer("9", Role.ANALYST), debrief=debrief)
    client.force_login(sal)
    page = debrief.get_absolute_url()
    assert "Settle it anew" in client.get(page).content.decode()
    assert "It waits again" in client.post(f"{page}reopen/", follow=True).content.decode()
    debrief.refresh_from_db()
    assert (debrief.is_waiting, debrief.answer, debrief.answer_seen_at) == (True, "", None)
    with pytest.raises(RuleBroken, match="waits already"):
        services.reopen_debrief(by=sal, debrief=debrief)
    settled(sal, debrief, market=beat, dealers=[farrow], narrative="Seen.", **GRADED)
    assert "Settle it anew" not in client.get(page).content.decode()
    answer = signed_in(sal).post(f"/api{page}reopen/")
    assert answer.status_code == 409
    assert "withdraw it on the timeline" in answer.json()["detail"]
    assert [outcome for outcome, _ in outcomes("reopen_debrief")].count("done") == 1


def test_used_about_nobody_on_file_it_is_news_of_its_market(sal, pat, beat):
    debrief = settled(sal, told_by(pat, who="Tall man, red parka"), market=beat)
    assert (debrief.state, debrief.observation) == ("used", None)
    assert debrief.market == beat


def test_settled_anew_it_is_back_on_the_desk_where_it_was_told(sal, sue, beat, ferry):
    nobodys = told_by(officer("215", Role.PATROL), who="Somebody new")
    elsewhere = officer("9", Role.ANALYST)
    places.assign_officer(by=sue, market=ferry, officer=elsewhere, on=TODAY)
    settled(elsewhere, nobodys, market=ferry)
    assert not Debrief.objects.visible_to(sal).exists()
    services.reopen_debrief(by=elsewhere, debrief=nobodys)
    assert set(Debrief.objects.visible_to(sal)) == {nobodys}


def test_a_debrief_is_its_authors_and_of_the_desks_of_its_market(client, pat, ray, otis, sal, sue, tess, beat, ferry):
    debrief = told_by(pat, photo=picture())
    nowhere = told_by(officer("215", Role.PATROL), who="Somebody new")
    elsewhere = officer("9", Role.ANALYST)
    places.assign_officer(by=sue, market=ferry, officer=elsewhere, on=TODAY)
    assert set(Debrief.objects.visible_to(elsewhere)) == {nowhere}
    for stranger in (ray, otis):
        assert not Debrief.objects.visible_to(stranger).exists()
    with pytest.raises(Http404):
        settled(elsewhere, debrief, "known")
    with pytest.raises(Http404):
        services.see_answer(by=sal, debrief=debrief, at=NOON)
    with pytest.raises(RuleBroken, match="waits for the analyst"):
        services.see_answer(by=pat, debrief=debrief, at=NOON)
    for denied in (tess, officer("c1", Role.COURT_CLERK), officer("p1", Role.PARTNER)):
        with pytest.raises(PermissionDenied):
            told_by(denied)
    client.force_login(pat)
    assert client.get("/debriefs/").status_code == 403
    assert client.get(f"/debriefs/{debrief.pk}/photo.jpg")["Content-Type"] == "image/jpeg"
    assert client.get(f"/debriefs/{nowhere.pk}/photo.jpg").status_code == 404
    client.force_login(elsewhere)
    assert client.get(f"/debriefs/{debrief.pk}/photo.jpg").status_code == 404
    assert client.get(debrief.get_absolute_url()).status_code == 404


def test_the_desk_has_what_waits_longest_first_and_finds_by_words(
    client, pat, sal, beat, django_assert_max_num_queries
):
    first, second, third = (
        told_by(pat, who=f"Person {number}", at=NOON + timedelta(minutes=number)) for number in range(3)
    )
    settled(sal, first, "known")
    assert list(Debrief.objects.waiting_first()) == [second, third, first]
    client.force_login(sal)
    for number in range(12):
        told_by(pat, who=f"Another {number}", at=NOON + timedelta(minutes=number))
    with django_assert_max_num_queries(22):
        assert client.get("/debriefs/").context["waiting"] == 14
    found = client.get("/debriefs/?q=person&state=waiting").context["page"]
    assert [debrief.who for debrief in found] == ["Person 1", "Person 2"]
    with django_assert_max_num_queries(22):
        client.force_login(pat)
        client.get("/debriefs/own/")


def test_by_json_it_is_told_settled_and_seen(pat, sal, farrow, beat):
    told = signed_in(pat).post("/api/debriefs/tell/", SAID)
    assert (told.status_code, told.json()["state"]) == (201, "waiting")
    of = f"/api/debriefs/{told.json()['id']}/"
    assert is_problem(signed_in(pat).post("/api/debriefs/tell/", SAID | {"sheet": "2026-W40"}), 400, "no copy of")
    assert signed_in(pat).get(of).status_code == 403
    assert signed_in(sal).get("/api/debriefs/?source=street&q=moth").json()["results"][0]["author"]["badge"] == "214"
    said = {"state": "used", "market": str(beat.pk), "dealers": [str(farrow.pk)], "narrative": "Seen.", **GRADED}
    assert signed_in(sal).post(f"{of}triage/", said).json()["state"] == "used"
    assert is_problem(signed_in(sal).post(f"{of}triage/", said), 409, "settled this")
    assert signed_in(pat).post(f"{of}see-answer/").json()["answer_seen_at"]
    assert signed_in(pat).get("/api/debriefs/own/").json()["results"][0]["state"] == "used"


def test_past_its_day_a_debrief_is_gone_with_every_word_and_its_entry_stands(pat, sal, clock, farrow, beat):
    used = settled(sal, told_by(pat), market=beat, dealers=[farrow], narrative="Seen.", **GRADED)
    told_by(pat, at=NOON + timedelta(days=2))
    assert services.purge_debriefs(by=clock, on=TODAY + timedelta(days=364)) == 0
    assert services.purge_debriefs(by=clock, on=TODAY + timedelta(days=365)) == 1
    assert Observation.objects.contains(used.observation)
    assert [event.pgh_obj_id for event in Debrief.pgh_event_model.objects.all()] == [Debrief.objects.get().pk]
    with pytest.raises(PermissionDenied):
        services.purge_debriefs(by=sal, on=TODAY)


def test_what_is_told_of_a_record_on_legal_hold_outlives_its_day(pat, sal, sue, clock, farrow, beat):
    settled(sal, told_by(pat), market=beat, dealers=[farrow], narrative="Seen.", **GRADED)
    Debrief.objects.update(dealer=farrow)
    legal_hold = dealing.set_hold(by=sal, dealer=farrow, because="Subpoena 26-1181", at=NOON)
    taken_in = logged(sal, beat, last_name="Farow")
    for who in ("Farrow?", "somebody off the sheet", "no Farrowman"):
        told_by(pat, who=who, what="Waited at the plaza.")
    Debrief.objects.filter(who__startswith="somebody").update(dealer=taken_in)  # off a sheet of before the merge
    Dealer.objects.filter(pk=taken_in.pk).update(status="merged", merged_into=farrow)
    assert services.purge_debriefs(by=clock, on=TODAY + timedelta(days=365)) == 1
    assert not Debrief.objects.filter(who="no Farrowman").exists()
    dealing.release_hold(by=sue, legal_hold=legal_hold, because="The case has ended.", at=NOON)
    assert services.purge_debriefs(by=clock, on=TODAY + timedelta(days=365)) == 3
