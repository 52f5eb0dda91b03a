"""maintenance.raise_alert, sound_alert, warn_of_alert, close_alert, purge_alerts: new names, and their hours."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404
from django.utils import timezone

from dealers.dossier import events_of, timeline_rows
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services, tasks
from maintenance.arrivals import arrivals
from maintenance.models import Action, Debrief, NewDealerAlert
from maintenance.rules import least_untried, span
from markets import services as places
from tests.conftest import NOON, TODAY, officer
from tests.dealers.listed import match_of
from tests.maintenance.alerted import action_of, alert_about
from tests.markets.counted import counted, imported

Source = NewDealerAlert.Source


@pytest.fixture
def now(monkeypatch):
    """Let the clock on the wall stand at an hour after noon of that Tuesday."""

    def stand(hours):
        monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(hours=hours))

    return stand


def kept_closed(market, sal, on=TODAY - timedelta(days=30)):
    places.change_stage(by=sal, market=market, stage="maintenance", why="No open selling for months.", on=on)
    return market


def test_by_hand_its_clock_runs_for_the_task_forces_hours(ray, west_end, farrow, task_force):
    alert = alert_about(farrow, ray, west_end, at=NOON)
    assert (alert.source, alert.due_at) == (Source.HAND, NOON + timedelta(hours=72))
    assert alert.title == "Cody Farrow: sells in front of the laundry"
    assert alert.clock_at(NOON + timedelta(hours=71, minutes=30)) == ("wait", "less than an hour left")
    assert alert.clock_at(NOON + timedelta(hours=77)) == ("active", "Ran out 5 hours ago")
    [line] = AuditEntry.objects.filter(verb="maintenance.raise_alert")
    assert line.outcome == "done"
    assert "laundry" not in str(line.others)


def test_who_may_not_and_what_makes_no_alert(ray, sue, pat, otis, ferry, west_end, farrow, rook):
    with pytest.raises(PermissionDenied):
        alert_about(farrow, pat, west_end)
    with pytest.raises(Http404):
        alert_about(None, otis, west_end)
    pier = places.log_hot_place(by=otis, market=ferry, address="2 Pier Road", kind="lot", on=TODAY)
    refused = [
        ({"dealer": rook}, ray, "is a draft"),
        ({"dealer": farrow, "hot_place": pier}, sue, "one person or one place"),
        ({"dealer": None, "hot_place": pier}, sue, "no hot place of West End"),
    ]
    for facts, by, why in refused:
        with pytest.raises(RuleBroken, match=why):
            alert_about(by=by, market=west_end, **{"dealer": None, **facts})
    alert = alert_about(farrow, ray, west_end)
    with pytest.raises(RuleBroken, match="about Cody Farrow is open already"):
        alert_about(farrow, ray, west_end)
    for stranger in (otis, pat):
        assert not NewDealerAlert.objects.visible_to(stranger).exists()
        with pytest.raises((Http404, PermissionDenied)):
            services.close_alert(by=stranger, alert=alert, outcome="gone", at=NOON)


def test_in_a_market_in_maintenance_the_clock_raises_what_is_new_once(ray, sal, clock, west_end, farrow, whitlow, now):
    """Nothing before that stage; then a name, a place, a debrief, a release and an address, each once."""
    now(1)
    tasks.watch_alerts()
    assert not NewDealerAlert.objects.exists()
    kept_closed(west_end, sal)
    place = places.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="lot", on=TODAY)
    match = match_of(on_file_for_long(whitlow), ray, answer="same", answered_by=ray, answered_at=NOON)
    told = Debrief.objects.create(
        author=ray, market=west_end, who="A man called Moth", where="Alder Plaza", what="Sells.", seen_at=NOON, at=NOON,
        state="used", triaged_by=sal, triaged_at=NOON,
    )  # fmt: skip
    busy_at(west_end, ray, "9 Mill Lane", days=3)
    busy_at(west_end, ray, "7 Mill Lane", days=2)
    tasks.watch_alerts()
    tasks.watch_alerts()
    raised = {alert.source: alert for alert in NewDealerAlert.objects.all()}
    assert NewDealerAlert.objects.count() == len(raised) == 5
    assert raised[Source.ENTRY].dealer == farrow
    assert (raised[Source.ROSTER].source_key, raised[Source.ROSTER].dealer) == (str(match.pk), whitlow)
    assert raised[Source.PLACE].hot_place == place
    assert (raised[Source.DEBRIEF].debrief, raised[Source.DEBRIEF].dealer) == (told, None)
    assert raised[Source.INCIDENT].title == "9 Mill Lane: drug incidents on 3 days within two weeks"
    assert AuditEntry.objects.filter(verb="maintenance.sound_alert", outcome="done").count() == 5


def test_two_beats_at_once_raise_one(sal, clock, west_end, farrow):
    kept_closed(west_end, sal)
    [arrival] = arrivals(west_end, TODAY)
    services.sound_alert(by=clock, market=west_end, arrival=arrival, at=NOON)
    with pytest.raises(IntegrityError):
        services.sound_alert(by=clock, market=west_end, arrival=arrival, at=NOON)
    assert arrivals(west_end, TODAY) == []


def test_what_is_old_known_or_under_way_raises_nothing(ray, sal, clock, west_end, farrow):
    assert arrivals(west_end, TODAY) == []
    kept_closed(west_end, sal)
    assert arrivals(west_end, TODAY + timedelta(days=20)) == []
    assert [arrival.dealer for arrival in arrivals(west_end, TODAY)] == [farrow]
    alert = alert_about(farrow, ray, west_end)
    assert arrivals(west_end, TODAY) == []
    services.close_alert(by=sal, alert=alert, outcome="gone", why="Moved.", at=NOON + timedelta(hours=1))
    assert arrivals(west_end, TODAY) == []  # what was on record then is not raised again in other words
    match = match_of(farrow, ray, answer="same", answered_by=ray, answered_at=NOON + timedelta(hours=2))
    assert [arrival.key for arrival in arrivals(west_end, TODAY)] == [str(match.pk)]
    places.change_stage(by=sal, market=west_end, stage="targeting", why="It is back.", on=TODAY)
    assert arrivals(west_end, TODAY) == []


def test_supervisors_of_the_market_are_told_once_and_without_content(sal, sue, ray, clock, west_end, farrow, now):
    for supervisor in (sue, officer("9", "supervisor")):
        supervisor.email = f"{supervisor.badge}@police.example"
        supervisor.save()
    alert = alert_about(farrow, ray, west_end, at=NOON)
    now(71)
    tasks.watch_alerts()
    assert mail.outbox == []
    now(73)
    tasks.watch_alerts()
    tasks.watch_alerts()
    [sent] = mail.outbox
    assert sent.to == ["8@police.example"]  # not who works another market
    assert f"/alerts/{alert.pk}/" in sent.body
    for word in ("Farrow", "Cody", "laundry", "West End"):
        assert word not in f"{sent.subject} {sent.body}"
    with pytest.raises(RuleBroken, match="Nobody is to be warned"):
        services.warn_of_alert(by=clock, alert=alert, at=timezone.now())


def test_of_an_alert_that_was_acted_on_nobody_is_told(sal, ray, clock, west_end, farrow, now):
    alert = alert_about(farrow, ray, west_end, at=NOON)
    action = action_of(alert, ray, at=NOON)
    services.answer_action(by=ray, action=action, answer="done", outcome="Talked.", at=NOON + timedelta(hours=5))
    now(100)
    tasks.watch_alerts()
    alert.refresh_from_db()
    assert (alert.warned_at, alert.hours_to_act()) == (None, 5)
    assert alert.clock_at(timezone.now()) == ("good", "Acted on after 5 hours")


def test_it_is_closed_with_an_outcome_and_nothing_left_to_do(sal, ray, west_end, farrow):
    alert = alert_about(farrow, ray, west_end, at=NOON)
    action = action_of(alert, ray, at=NOON)
    with pytest.raises(PermissionDenied):
        services.close_alert(by=ray, alert=alert, outcome="stopped", at=NOON)
    with pytest.raises(RuleBroken, match="1 action is still to do"):
        services.close_alert(by=sal, alert=alert, outcome="stopped", at=NOON)
    services.drop_action(by=sal, action=action, why="He moved away.", at=NOON)
    with pytest.raises(RuleBroken, match="Nobody has acted on this alert; say why"):
        services.close_alert(by=sal, alert=alert, outcome="gone", at=NOON)
    services.close_alert(by=sal, alert=alert, outcome="gone", why="Moved to another county.", at=NOON)
    with pytest.raises(RuleBroken, match="Sal Brandt: gone elsewhere"):
        services.close_alert(by=sal, alert=alert, outcome="stopped", at=NOON)
    with pytest.raises(RuleBroken, match="This alert is closed"):
        action_of(alert, ray, at=NOON)
    assert AuditEntry.objects.filter(verb="maintenance.close_alert", outcome="done").count() == 1


def test_the_pages_tell_who_works_the_market_and_nobody_else(client, ray, otis, pat, sal, west_end, farrow):
    alert = alert_about(farrow, ray, west_end)
    client.force_login(ray)
    for address in ("/alerts/", "/alerts/?q=laundry", "/alerts/?state=waiting", alert.get_absolute_url(), "/"):
        assert "Farrow" in client.get(address).content.decode(), address
    assert "No alert you may see fits" in client.get("/alerts/?q=nobody").content.decode()
    said = {"market": west_end.pk, "what": "A man from out of town"}
    [event] = [event for event in events_of(timeline_rows(farrow, ray)) if event.record == alert]
    assert "timeline/newdealeralert" in event.template
    assert "Alert" in client.get(f"/dealers/{farrow.pk}/timeline/").content.decode()
    answer = client.post("/alerts/raise/", said)
    assert answer["Location"] == NewDealerAlert.objects.get(dealer=None).get_absolute_url()
    assert client.get(f"{alert.get_absolute_url()}close/").status_code == 403
    client.force_login(sal)
    answer = client.post(f"{alert.get_absolute_url()}close/", {"outcome": "nothing"})
    assert "say why it is closed" in answer.content.decode()
    client.force_login(otis)
    assert client.get(alert.get_absolute_url()).status_code == 404
    assert "Farrow" not in client.get("/alerts/").content.decode()
    client.force_login(pat)
    assert client.get("/alerts/").status_code == 403


def test_a_debrief_begins_an_alert_by_hand_and_only_one(client, ray, sal, west_end, task_force):
    told = Debrief.objects.create(
        author=ray, market=west_end, who="Moth", where="Alder Plaza", what="Sells.", seen_at=NOON, at=NOON
    )
    client.force_login(sal)
    assert "Moth, Alder Plaza" in client.get(f"/alerts/raise/?debrief={told.pk}").content.decode()
    said = {"market": west_end.pk, "what": "Moth", "debrief": told.pk}
    client.post("/alerts/raise/", said)
    assert "raised already" in client.post("/alerts/raise/", said).content.decode()
    assert NewDealerAlert.objects.get().source == Source.DEBRIEF


def test_the_ladder_is_climbed_from_the_least(ray, west_end, farrow):
    assert least_untried("abc", "ac") == "b"
    assert least_untried("abc", "abc") == "c"
    assert [span(timedelta(hours=hours)) for hours in (0, 1, 96, 97)] == [
        "less than an hour", "1 hour", "96 hours", "4 days",
    ]  # fmt: skip
    alert = alert_about(farrow, ray, west_end, at=NOON)
    action_of(alert, ray, at=NOON)
    assert Action.next_step(alert.actions.all()) == "notification"


def test_past_its_day_an_alert_about_nobody_on_file_is_gone_with_every_word(ray, sal, clock, west_end, farrow):
    kept = alert_about(farrow, ray, west_end, at=NOON)
    told = alert_about(None, ray, west_end, at=NOON, what="Moth sells at the plaza")
    action_of(told, ray, at=NOON)
    assert services.purge_alerts(by=clock, on=TODAY + timedelta(days=364)) == 0
    assert services.purge_alerts(by=clock, on=TODAY + timedelta(days=365)) == 1
    assert list(NewDealerAlert.objects.all()) == [kept]
    assert not Action.objects.exists()
    for events in (NewDealerAlert.pgh_event_model, Action.pgh_event_model):
        assert not events.objects.exclude(pgh_obj_id=kept.pk).exists()
    with pytest.raises(PermissionDenied):
        services.purge_alerts(by=sal, on=TODAY)


def busy_at(market, by, address, days):
    """A report and a call of the same matter on each of so many days: a day counts once."""
    for is_call in (False, True):
        batch = imported(market, by, holds="calls" if is_call else "incidents")
        when = [TODAY - timedelta(days=back) for back in range(days)]
        counted(batch, when, category="drugs", address=address)


def on_file_for_long(dealer):
    long_ago = NOON - timedelta(days=300)
    type(dealer).objects.filter(pk=dealer.pk).update(approved_at=long_ago)
    dealer.involvements.update(at=long_ago)
    return dealer
