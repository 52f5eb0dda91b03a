"""dealers.log_tip, promote_tip, file_tip, purge_tips: told, then borne out or forgotten."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from dealers import services, tasks
from dealers.models import Dealer, Observation, Tip
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY

GRADE = {"reliability": "F", "validity": "6"}
NOTED = {"reliability": "B", "validity": "2"}


def told(by, market, **facts):
    said = {"narrative": "A tall man sells at the depot.", "about": "Tall Mike", "received_on": TODAY, **GRADE, **facts}
    return services.log_tip(by=by, market=market, at=NOON, **said)


@pytest.fixture
def tip(ray, west_end):
    return told(ray, west_end)


def promoted(by, tip, market, **facts):
    said = {"facts": "Two sales seen at the depot.", "role": "other", "street_name": "Tall Mike", **NOTED, **facts}
    return services.promote_tip(by=by, tip=tip, market=market, at=NOON, **said)


def filed(by, tip, dealers, **facts):
    return services.file_tip(by=by, tip=tip, dealers=dealers, narrative="Seen so.", at=NOON, **{**NOTED, **facts})


def test_it_stands_in_no_search_list_timeline_or_network(client, ray, tip, farrow):
    client.force_login(ray)
    for address in (
        "/", "/dealers/", "/dealers/?q=Tall+Mike", f"/dealers/{farrow.pk}/timeline/", "/api/dealers/",
        "/api/dealers/observations/",
    ):  # fmt: skip
        page = client.get(address).content.decode().replace("Tall+Mike", "").replace('value="Tall Mike"', "")
        assert "Tall Mike" not in page, address
        assert "at the depot" not in page, address
    assert not Observation.objects.filter(narrative__contains="depot").exists()


@pytest.mark.parametrize("source", ["Mike Fenn", "my cousin", "Tall Mike 7", "CS-114 Fenn"])
def test_a_source_is_a_number_and_never_a_name(ray, west_end, source):
    with pytest.raises(ValidationError, match="a name must never stand here"):
        told(ray, west_end, source_number=source)


@pytest.mark.parametrize("source", ["CS-114", "ci 0042", "114/26", "7", ""])
def test_a_number_may_have_a_short_prefix(ray, west_end, source):
    assert told(ray, west_end, source_number=source).source_number == source


def test_a_day_to_come_is_refused(ray, west_end):
    with pytest.raises(RuleBroken, match="still to come"):
        told(ray, west_end, received_on=TODAY + timedelta(days=1))


def test_about_somebody_new_it_becomes_a_draft_on_a_predicate_of_its_own(ray, west_end, tip):
    dealer = promoted(ray, tip, west_end)
    tip.refresh_from_db()
    assert (dealer.status, tip.promoted_to) == (Dealer.Status.DRAFT, dealer)
    assert dealer.predicate.facts == "Two sales seen at the depot."
    assert AuditEntry.objects.filter(verb="dealers.promote_tip").count() == 1


def test_its_own_words_are_no_predicate(ray, west_end, tip):
    with pytest.raises(RuleBroken, match="A tip alone is no predicate"):
        promoted(ray, tip, west_end, facts=" A tall man sells  at the depot.")
    assert not Dealer.objects.exists()


def test_about_somebody_on_file_it_becomes_an_entry(ray, west_end, farrow):
    tip = told(ray, west_end, source_number="CS-114")
    entry = filed(ray, tip, [farrow])
    tip.refresh_from_db()
    assert (list(entry.dealers.all()), entry.source_number, entry.market) == ([farrow], "CS-114", west_end)
    assert tip.promoted_to == farrow
    assert AuditEntry.objects.filter(verb="dealers.file_tip").count() == 1


def test_it_is_promoted_once(ray, west_end, farrow, tip):
    filed(ray, tip, [farrow])
    with pytest.raises(RuleBroken, match="promoted already"):
        promoted(ray, tip, west_end)
    with pytest.raises(RuleBroken, match="promoted already"):
        filed(ray, tip, [farrow])


def test_it_is_not_filed_under_somebody_one_can_not_see(ray, tip, alley):
    with pytest.raises(RuleBroken, match="whose dossier you can open"):
        filed(ray, tip, [alley])
    tip.refresh_from_db()
    assert tip.is_open


def test_otis_sees_and_promotes_none(client, otis, west_end, ferry, tip, farrow):
    with pytest.raises(Http404):
        promoted(otis, tip, ferry)
    with pytest.raises(Http404):
        filed(otis, tip, [farrow])
    client.force_login(otis)
    assert client.get(f"/dealers/tips/{tip.pk}/").status_code == 404
    assert "Tall Mike" not in client.get("/dealers/tips/").content.decode()


def test_patrol_logs_none(pat, west_end):
    with pytest.raises(PermissionDenied):
        told(pat, west_end)


def test_the_clock_purges_what_nobody_proved_in_its_days(clock, task_force, ray, west_end, farrow):
    kept = told(ray, west_end, received_on=date(2025, 3, 4))
    due = told(ray, west_end, received_on=date(2025, 3, 3))
    filed(ray, told(ray, west_end, received_on=date(2025, 1, 1)), [farrow])
    services.purge_tips(by=clock, on=TODAY)
    assert not Tip.objects.filter(pk=due.pk).exists()
    assert list(Tip.objects.open()) == [kept]
    assert Tip.objects.promoted().count() == 1
    [line] = AuditEntry.objects.filter(verb="dealers.purge_tips")
    assert line.others == {"on": "2026-03-03", "count": 1}


def test_a_tip_that_names_somebody_on_legal_hold_outlives_its_day(clock, sal, sue, ray, west_end, farrow):
    old = {"received_on": date(2025, 1, 1)}
    by_surname = told(ray, west_end, about="a Farrow", narrative="Sells at the depot.", **old)
    by_street_name = told(ray, west_end, about="", narrative="“SCOOTER” was at the depot again.", **old)
    told(ray, west_end, about="Scooterman", narrative="Rides scooters to Farrowton.", **old)
    legal_hold = services.set_hold(by=sal, dealer=farrow, because="Subpoena 26-1181", at=NOON)
    services.purge_tips(by=clock, on=TODAY)
    assert set(Tip.objects.open()) == {by_surname, by_street_name}
    services.release_hold(by=sue, legal_hold=legal_hold, because="The case has ended.", at=NOON)
    services.purge_tips(by=clock, on=TODAY)
    assert not Tip.objects.exists()


def test_the_clock_says_nothing_where_nothing_is_due(clock, task_force, ray, west_end, tip, monkeypatch):
    monkeypatch.setattr("dealers.tasks.timezone.localdate", lambda *given: TODAY)
    tasks.purge_tips()
    assert not AuditEntry.objects.filter(verb="dealers.purge_tips").exists()
    monkeypatch.setattr("dealers.tasks.timezone.localdate", lambda *given: TODAY + timedelta(days=365))
    tasks.purge_tips()
    assert not Tip.objects.exists()


def test_nobody_purges_by_hand(sal, task_force):
    with pytest.raises(PermissionDenied):
        services.purge_tips(by=sal, on=TODAY)


def test_the_pages_log_show_and_promote(client, ray, west_end, farrow):
    client.force_login(ray)
    said = {"market": west_end.pk, "narrative": "Sells at night.", "about": "Dusty", "received_on": "2026-03-01"}
    page = client.post("/dealers/tips/log/", said | GRADE, follow=True).content.decode()
    assert "Tip about Dusty" in page
    assert "purged <time" in page
    tip = Tip.objects.get()
    assert "Dusty" in client.get("/dealers/tips/").content.decode()
    assert 'value="Dusty"' in client.get(f"/dealers/tips/{tip.pk}/promote/").content.decode()
    answer = client.post(f"/dealers/tips/{tip.pk}/file/", {"dealers": [farrow.pk], "narrative": "So.", **NOTED})
    assert answer["Location"] == farrow.get_absolute_url()
    assert "Promoted: see" in client.get(f"/dealers/tips/{tip.pk}/").content.decode()
