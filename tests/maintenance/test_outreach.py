"""maintenance.ask_for_outreach, give_outreach, answer_outreach, end_outreach: help, and never a police record."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dealers.cases import services as casing
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import rules, services, tasks
from maintenance.models import OutreachTask
from tests.cases.court import planned
from tests.conftest import NOON, TODAY, officer
from tests.maintenance.reached import HAPPENED, asked, overdosed

DAY = timedelta(days=1)
SENTINEL = "Quillon Marberry"


@pytest.fixture
def nell(task_force):
    """Reaches out for a clinic; works no market."""
    return officer("p1", Role.PARTNER, full_name="Nell Ashby", email="nell@clinic.example")


@pytest.fixture
def lorna(task_force):
    return officer("p2", Role.PARTNER, full_name="Lorna Pike")


@pytest.fixture
def task(sal, west_end, nell):
    return asked(sal, west_end, nell)


def test_from_asking_to_the_end(sal, west_end, nell, task, mailoutbox):
    assert (task.due_on, task.is_open) == (TODAY + DAY, True)
    tasks.tell_of_outreach(outreach=str(task.pk))
    assert mailoutbox[0].to == ["nell@clinic.example"]
    assert "Cutler" not in mailoutbox[0].subject + mailoutbox[0].body
    services.answer_outreach(by=nell, outreach=task, contacted_on=TODAY, at=NOON)
    assert task.days_to_contact == 2
    services.answer_outreach(by=nell, outreach=task, contacted_on=TODAY - DAY, at=NOON)
    assert task.days_to_contact == 1
    services.end_outreach(by=nell, outreach=task, outcome="accepted", at=NOON)
    assert (task.is_open, task.ended_on) == (False, TODAY)
    lines = AuditEntry.objects.filter(record=f"maintenance.outreachtask:{task.pk}", outcome="done")
    assert sorted(lines.values_list("verb", flat=True)) == [
        "maintenance.answer_outreach", "maintenance.answer_outreach", "maintenance.ask_for_outreach",
        "maintenance.end_outreach",
    ]  # fmt: skip


def test_what_is_refused(sal, ray, tess, west_end, nell, task):
    with pytest.raises(ValidationError, match="still to come"):
        asked(sal, west_end, nell, happened_on=TODAY + DAY)
    with pytest.raises(ValidationError, match="Without the person’s word"):
        asked(sal, west_end, nell, agreed_name=SENTINEL)
    for nobody in (ray, tess):
        with pytest.raises(RuleBroken, match="reaches out to nobody"):
            asked(sal, west_end, nobody)
    with pytest.raises(ValidationError, match="It happened on 1 March 2026"):
        services.answer_outreach(by=nell, outreach=task, contacted_on=HAPPENED - DAY, at=NOON)
    with pytest.raises(ValidationError, match="still to come"):
        services.answer_outreach(by=nell, outreach=task, contacted_on=TODAY + DAY, at=NOON)
    with pytest.raises(RuleBroken, match="Enter first on which day"):
        services.end_outreach(by=nell, outreach=task, outcome="accepted", at=NOON)
    services.answer_outreach(by=nell, outreach=task, contacted_on=TODAY, at=NOON)
    with pytest.raises(RuleBroken, match="say what came of it"):
        services.end_outreach(by=nell, outreach=task, outcome="not_found", at=NOON)
    services.end_outreach(by=nell, outreach=task, outcome="refused", at=NOON)
    with pytest.raises(RuleBroken, match="This ended on 3 March 2026: help refused"):
        services.answer_outreach(by=nell, outreach=task, contacted_on=TODAY, at=NOON)


def test_who_goes_changes_and_the_day_stays(sal, nell, lorna, task):
    with pytest.raises(RuleBroken, match="Nell Ashby has this already"):
        services.give_outreach(by=sal, outreach=task, partner=nell)
    services.give_outreach(by=sal, outreach=task, partner=lorna)
    assert (task.partner, task.due_on) == (lorna, TODAY + DAY)
    with pytest.raises(Http404):
        services.answer_outreach(by=nell, outreach=task, contacted_on=TODAY, at=NOON)


def test_a_partner_finds_his_own_and_nothing_else(client, sal, ray, pat, tess, otis, ferry, sue, nell, lorna, task):
    address = task.get_absolute_url()
    for stranger, status in ((nell, 200), (lorna, 404), (sal, 200), (ray, 403), (pat, 403), (tess, 403), (otis, 403)):
        client.force_login(stranger)
        for way in (address, f"/api{address}"):
            assert client.get(way).status_code == status, (stranger, way)
    otis.roles = [Role.SUPERVISOR]
    otis.save()
    client.force_login(otis)
    assert [client.get(f"{address}{act}").status_code for act in ("", "give/", "answer/", "end/")] == [404] * 4
    client.force_login(nell)
    said = client.get("/outreach/").content.decode()
    assert "41 Cutler Street" in said
    assert "West End" not in said + client.get(address).content.decode()
    with pytest.raises(PermissionDenied):
        services.give_outreach(by=nell, outreach=task, partner=lorna)


def test_the_pages_do_what_the_services_do(client, sal, west_end, nell, task):
    client.force_login(sal)
    said = {
        "market": west_end.pk, "occasion": "other", "happened_on": timezone.localdate(), "place": "Alder Plaza",
        "partner": nell.pk,
    }  # fmt: skip
    refused = client.post("/outreach/ask/", {**said, "agreed_name": "X"}).content.decode()
    assert "Without the person’s word" in refused
    assert client.post("/outreach/ask/", said).status_code == 302
    client.force_login(nell)
    assert "Where you are asked to go" in client.get("/").content.decode()
    assert client.post(f"{task.get_absolute_url()}answer/", {"contacted_on": TODAY}).status_code == 302
    assert client.post(f"{task.get_absolute_url()}end/", {"outcome": "later"}).status_code == 302
    assert "Wants to be asked again" in client.get("/outreach/?state=ended").content.decode()


@pytest.fixture
def agreed(sal, west_end, nell):
    return asked(sal, west_end, nell, has_agreed=True, agreed_name=SENTINEL, agreed_phone="+18025550150")


def test_a_name_is_for_who_goes_there_and_is_forgotten(client, sal, sue, nell, agreed):
    address = agreed.get_absolute_url()
    for reader, is_told in ((nell, True), (sal, True), (sue, False)):
        client.force_login(reader)
        for way in (address, f"/api{address}"):
            assert (SENTINEL in client.get(way).content.decode()) is is_told, (reader, way)
    with pytest.raises(RuleBroken, match="name goes along with this"):
        services.give_outreach(by=sue, outreach=agreed, partner=sue)  # she would read it then
    services.end_outreach(by=nell, outreach=agreed, outcome="not_found", at=NOON)
    agreed.refresh_from_db()
    assert (agreed.agreed_name, agreed.agreed_phone, agreed.has_agreed) == ("", "", True)
    kept = OutreachTask.pgh_event_model.objects.filter(pgh_obj=agreed).values()
    assert kept
    assert SENTINEL not in str(list(kept))


def test_it_is_never_an_intelligence_record(client, sal, ray, farrow, agreed):
    """Nothing of it in search, dossier, timeline, export, map or history, for those who see everything there."""
    home = f"/dealers/{farrow.pk}/"
    ways = (
        "/dealers/search/?q=Quillon", "/dealers/search/?q=8025550150", "/dealers/?q=Marberry", home, f"{home}timeline/",
        f"{home}network/", f"{home}files/", f"{home}history/", f"{home}access/", "/dealers/export/?file=csv",
        f"/markets/{agreed.market_id}/", f"/markets/{agreed.market_id}/map/", f"/boards/{agreed.market_id}/",
        f"/api/dealers/{farrow.pk}/", f"/api/dealers/{farrow.pk}/timeline/",
    )  # fmt: skip
    for reader in (sal, ray):
        client.force_login(reader)
        found = {way: client.get(way) for way in ways}
        for way, answer in found.items():
            assert SENTINEL.encode() not in answer.getvalue(), way
            assert b"Cutler" not in answer.getvalue(), way
        assert [answer.status_code for answer in found.values()].count(200) >= 10
    trail = AuditEntry.objects.values_list("record", "others", "verb")
    assert SENTINEL not in str(list(trail))


def test_the_clock_asks_once_after_each_overdose_however_the_lists_come(clock, ray, west_end, nell, monkeypatch):
    today = timezone.localdate()
    overdosed(ray, west_end, today - DAY, "12 Elm Street", "12 ELM STREET", "2 Court Street")
    overdosed(ray, west_end, today - DAY, "12 Elm street", is_call=True)
    overdosed(ray, west_end, today - 40 * DAY, "9 Old Road")
    tasks.watch_occasions()
    tasks.watch_occasions()
    places_of = sorted(OutreachTask.objects.values_list("place", flat=True))
    assert [place.casefold() for place in places_of] == ["12 elm street", "12 elm street", "2 court street"]
    first = OutreachTask.objects.filter(place="2 Court Street").get()
    assert (first.partner, first.by, first.occasion) == (None, clock, "overdose")
    first.partner = nell
    first.save()
    overdosed(ray, west_end, today, "")
    tasks.watch_occasions()
    newest = OutreachTask.objects.get(place="West End, address not known")
    assert (newest.partner, newest.due_on) == (nell, today + rules.OUTREACH_DAYS * DAY)


def test_the_clock_asks_once_after_a_sweep_and_a_hand_is_not_repeated(clock, sal, west_end, nell):
    today, now = timezone.localdate(), timezone.now()
    sweep = planned(west_end, sal, held_on=today, at=now)
    tasks.watch_occasions()
    assert not OutreachTask.objects.exists()
    casing.close_operation(by=sal, operation=sweep, at=now)
    tasks.watch_occasions()
    tasks.watch_occasions()
    task = OutreachTask.objects.get()
    assert (task.occasion, task.place, task.happened_on) == ("sweep", "West End", today)
    with pytest.raises(IntegrityError, match="outreach_once_an_occasion"):
        asked(sal, west_end, nell, occasion="sweep", place="west end", happened_on=today, at=now)


def test_what_nobody_was_given_and_what_is_late_stands_on_the_desk(client, sal, clock, west_end, nell, task):
    services.ask_for_outreach(
        by=clock, market=west_end, occasion="overdose", happened_on=timezone.localdate(), place="5 Birch Lane",
        at=timezone.now(),
    )  # fmt: skip
    client.force_login(sal)
    said = client.get("/").content.decode()
    assert "Outreach that nobody has made" in said
    assert "5 Birch Lane" in said
    assert "41 Cutler Street" in said  # its day is long past
    assert "5 Birch Lane" in client.get("/outreach/?state=nobodys").content.decode()


def test_the_list_costs_the_same_whatever_it_holds(client, sal, west_end, nell, task):
    client.force_login(sal)
    with CaptureQueriesContext(connection) as few:
        client.get("/outreach/")
    for number in range(6):
        asked(sal, west_end, nell, place=f"{number} Elm Street")
    with CaptureQueriesContext(connection) as many:
        client.get("/outreach/")
    assert len(many) == len(few)
