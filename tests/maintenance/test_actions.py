"""maintenance.give_action, answer_action, drop_action, reassign_actions, view_own_actions: who does what by when."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import minutes, services, tasks
from maintenance.models import Action
from markets import services as places
from tests.api.conftest import with_token
from tests.conftest import NOON, TODAY, officer
from tests.maintenance.alerted import action_of, alert_about
from tests.maintenance.conftest import point


@pytest.fixture
def cole(task_force):
    """The building inspector of the city."""
    return officer("p1", "partner", full_name="Cole Haskins", email="cole@city.example")


@pytest.fixture
def alert(ray, west_end, farrow):
    return alert_about(farrow, ray, west_end, at=NOON)


@pytest.fixture
def given(alert, ray, cole):
    return action_of(alert, ray, cole, at=NOON, step="code", what="Look at the wiring, 41 Cutler Street.")


def asked(client, address):
    """How often the page asks the database."""
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def answered(by, action, answer="done"):
    return services.answer_action(by=by, action=action, answer=answer, outcome="Three violations.", at=NOON)


def test_a_partner_sees_his_actions_and_nothing_of_the_alert(client, cole, given, alert):
    client.force_login(cole)
    page = given.get_absolute_url()
    for address in ("/", "/actions/mine/", page, f"{page}answer/"):
        said = client.get(address).content.decode()
        assert "Look at the wiring" in said, address
        for word in ("Farrow", "laundry", "West End", str(alert.pk)):
            assert word not in said, address
    for address in ("/actions/", "/alerts/", alert.get_absolute_url(), "/actions/reassign/", f"{page}drop/"):
        assert client.get(address).status_code == 403, address
    refused = client.post(f"{page}answer/", {"answer": "done", "outcome": ""}).content.decode()
    assert "This field is required" in refused
    assert "Farrow" not in refused
    answer = client.post(f"{page}answer/", {"answer": "done", "outcome": "Wires hang free."})
    assert answer["Location"] == "/actions/mine/"
    alert.refresh_from_db()
    assert alert.first_action_at


def test_by_json_too_a_partner_is_told_nothing_of_the_alert(cole, ray, given, alert):
    api = with_token(cole)
    [row] = api.get("/api/actions/mine/").json()["results"]
    assert (row["what"], row["alert"], row["item"]) == ("Look at the wiring, 41 Cutler Street.", None, None)
    assert api.get(f"/api/actions/{given.pk}/").json()["alert"] is None
    answer = api.post(f"/api/actions/{given.pk}/answer/", {"answer": "done", "outcome": "Wires."}, format="json")
    assert answer.status_code == 200
    assert "Farrow" not in answer.content.decode()
    assert with_token(ray).get(f"/api/actions/{given.pk}/").json()["alert"]["id"] == str(alert.pk)


def test_only_what_is_done_stops_the_clock_and_only_once(ray, cole, given, alert):
    answered(cole, given, "dropped")
    alert.refresh_from_db()
    assert alert.first_action_at is None
    with pytest.raises(RuleBroken, match="This has ended already: dropped"):
        answered(cole, given)
    for hours in (4, 9):
        action = action_of(alert, ray, at=NOON)
        at = NOON + timedelta(hours=hours)
        services.answer_action(by=ray, action=action, answer="done", outcome="Talked.", at=at)
    alert.refresh_from_db()
    assert alert.hours_to_act() == 4
    assert AuditEntry.objects.filter(verb="maintenance.answer_action", outcome="done").count() == 3


def test_who_answers_and_who_drops(ray, sal, pat, otis, cole, given):
    with pytest.raises(RuleBroken, match="given to Cole Haskins, who answers it"):
        answered(ray, given)
    for stranger in (pat, otis):
        with pytest.raises(Http404):
            answered(stranger, given)
    with pytest.raises(PermissionDenied):
        services.drop_action(by=ray, action=given, why="No more.", at=NOON)
    services.drop_action(by=sal, action=given, why="The house was sold.", at=NOON)
    assert Action.objects.get().outcome == "The house was sold."
    with pytest.raises(RuleBroken, match="ended already"):
        services.drop_action(by=sal, action=given, why="Again", at=NOON)


def test_the_first_action_falls_within_the_hours(ray, alert):
    with pytest.raises(RuleBroken, match="to be done by Fri 6 Mar"):
        action_of(alert, ray, at=NOON, due_on=TODAY + timedelta(days=4))
    with pytest.raises(RuleBroken, match="This day is past"):
        action_of(alert, ray, at=NOON, due_on=TODAY - timedelta(days=1))
    action_of(alert, ray, at=NOON, due_on=TODAY + timedelta(days=3))
    action_of(alert, ray, at=NOON, due_on=TODAY + timedelta(days=30))  # the second may take its time
    [line] = AuditEntry.objects.filter(verb="maintenance.give_action", outcome="done")[:1]
    assert "Knock" not in str(line.others)


def test_it_answers_one_thing_and_goes_to_who_can_answer(ray, tess, alert, meeting, farrow):
    item = point(meeting, farrow)
    said = {"by": ray, "step": "other", "what": "Ask.", "due_on": TODAY, "at": NOON}
    for about in ({}, {"alert": alert, "item": item}):
        with pytest.raises(RuleBroken, match="one alert or one point"):
            services.give_action(assignee=ray, **about, **said)
    with pytest.raises(RuleBroken, match="Tess Quill can not answer actions"):
        services.give_action(assignee=tess, item=item, **said)
    action = services.give_action(assignee=ray, item=item, **said)
    assert list(Action.objects.of_meeting(meeting)) == [action]


def test_a_whole_caseload_changes_hands_in_one_step(client, ray, sal, sue, otis, cole, ferry, alley, alert, given):
    """Also where the officer has left; what is done stays his, what is in another market too."""
    mine, done = (action_of(alert, ray, at=NOON) for _ in range(2))
    answered(ray, done)
    places.assign_officer(by=sue, market=ferry, officer=ray, on=TODAY)
    elsewhere = action_of(alert_about(alley, otis, ferry), otis, ray)
    ray.is_active = False
    ray.save()
    with pytest.raises(PermissionDenied):
        services.reassign_actions(by=otis, officer=ray, to=cole)
    for officer_, to, why in (
        (ray, ray, "two names of one"),
        (otis, cole, "nothing to do"),
        (cole, ray, "can not answer"),
    ):
        with pytest.raises(RuleBroken, match=why):
            services.reassign_actions(by=sal, officer=officer_, to=to)
    client.force_login(sal)
    assert "Det. Ray Dunmore has left" in client.get("/").content.decode()
    assert "Det. Ray Dunmore, has left: 1 to do" in client.get("/actions/reassign/").content.decode()
    client.post("/actions/reassign/", {"officer": ray.pk, "to": cole.pk})
    assert set(Action.objects.given_to(cole).open()) == {mine, given}
    assert set(Action.objects.given_to(ray)) == {done, elsewhere}
    [line] = AuditEntry.objects.filter(verb="maintenance.reassign_actions", outcome="done")
    assert line.others["count"] == 1
    cole.email = "cole@codes.example"
    cole.save()
    tasks.tell_of_caseload(str(cole.pk))
    assert [sent.to for sent in mail.outbox] == [["cole@codes.example"]]
    assert "/actions/mine/" in mail.outbox[0].body
    assert "wiring" not in mail.outbox[0].body


def test_the_list_has_the_late_ones_first_and_is_narrowed(client, ray, sal, cole, given, alert):
    soon = action_of(alert, ray, what="Talk to the mother.", due_on=timezone.localdate())
    ended = answered(ray, action_of(alert, ray, what="Knock.", at=NOON))
    client.force_login(sal)
    page = client.get("/actions/")
    assert list(page.context["page"]) == [given, soon, ended]
    assert "Cody Farrow: sells in front of the laundry" in page.content.decode()
    for question, rows in (
        (f"assignee={ray.pk}", [soon, ended]), ("state=late", [given]), ("state=done", [ended]), ("step=code", [given]),
        (f"market={alert.market_id}", [given, soon, ended]),
    ):  # fmt: skip
        assert list(client.get(f"/actions/?{question}").context["page"]) == rows, question
    assert "Look at the wiring" in client.get("/").content.decode()  # nobody answered it
    lists = ("/actions/", "/actions/mine/", "/alerts/", alert.get_absolute_url())
    action_of(alert, ray, sal)
    few = [asked(client, address) for address in lists]
    for who in (ray, cole, sal):
        action_of(alert_about(None, ray, alert.market), ray, who)
        action_of(alert, ray, who)
    assert few == [asked(client, address) for address in lists]


def test_from_the_page_of_an_alert_and_from_a_point_of_the_meeting(client, ray, alert, meeting, farrow):
    client.force_login(ray)
    asked = f"/actions/give/?alert={alert.pk}"
    assert client.get(asked).context["form"]["step"].value() == "knock"
    said = {"step": "knock", "what": "Knock.", "assignee": ray.pk, "due_on": timezone.localdate()}
    assert client.post(asked, {**said, "alert": alert.pk})["Location"] == alert.get_absolute_url()
    assert client.get(asked).context["form"]["step"].value() == "notification"
    item = point(meeting, farrow)
    answer = client.post(f"/actions/give/?item={item.pk}", {**said, "item": item.pk})
    assert answer["Location"] == item.get_absolute_url()
    assert "This field is required" in client.post("/actions/give/", said).content.decode()
    assert client.get("/actions/give/?alert=x").status_code == 404


def test_the_assignee_is_told_by_when_and_not_what(given, cole):
    tasks.tell_of_action(action=str(given.pk))
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["cole@city.example"], "You have something to do by Thu 5 Mar")
    for word in ("wiring", "Cutler", "Farrow"):
        assert word not in sent.body
    answered(cole, given)
    tasks.tell_of_action(action=str(given.pk))
    assert len(mail.outbox) == 1


def test_a_meeting_names_to_the_assignee_only_whom_he_may_see(client, meeting, sal, sue, otis, farrow, alley):
    """At the table for his own market, with something to do about a point of another."""
    services.put_on_agenda(by=sue, meeting=meeting, dealer=alley)
    services.give_action(
        by=sal, item=point(meeting, farrow), step="code", what="Ask the ferry’s guard.", assignee=otis,
        due_on=TODAY + timedelta(days=5), at=NOON,
    )  # fmt: skip
    client.force_login(otis)
    on_the_wall = client.get(meeting.get_absolute_url()).content.decode()
    on_paper = render_to_string(minutes.TEMPLATE, minutes.contents(meeting, otis, NOON))
    assert "Vern Alley" in on_the_wall
    for said in (on_the_wall, on_paper):
        assert ("Ask the ferry’s guard." in said, "Farrow" in said) == (True, False)
