"""A closed market speaks when a week leaves its limits; the CRT says what it makes of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import re_emergence, services, tasks
from maintenance.models import ReemergenceSignal
from markets import services as places
from markets.models import DailyCount, Market
from tests.conftest import NOON, TODAY, officer
from tests.maintenance.watched import signal_of
from tests.markets.counted import counted, every, imported

CALL_IN = date(2025, 12, 3)  # a Wednesday: the first whole week begins on the 8th
LOUD = date(2026, 2, 23)
Measure, Stage = ReemergenceSignal.Measure, Market.Stage


@pytest.fixture
def closed_market(sal, west_end):
    """Two calls about drugs a week since the call-in, and twenty in the last whole one; two overdoses reported."""
    places.change_stage(by=sal, market=west_end, stage=Stage.AFTER_CALL_IN, why="Held.", on=CALL_IN)
    calls = imported(west_end, sal, holds="calls")
    quiet = [*every(7, date(2025, 12, 8), TODAY), *every(7, date(2025, 12, 10), TODAY)]
    counted(calls, [*quiet, *[LOUD] * 18], is_drug_related=True, category="drugs", zone="outside")
    counted(imported(west_end, sal), [date(2025, 12, 9), date(2026, 3, 2)], category="overdose")
    return west_end


@pytest.fixture
def signal(clock, closed_market, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    tasks.watch_markets()
    return ReemergenceSignal.objects.get()


def test_weeks_from_monday_are_held_against_the_first_eight(closed_market, farrow, whitlow):
    watch = re_emergence.watch_of(closed_market, TODAY)
    names, calls, overdoses = watch.measures
    assert watch.called_in_on == CALL_IN
    assert [week.from_on.isoweekday() for week in calls.weeks] == [1] * 13
    assert (calls.chart.mean, len(calls.chart.stable), calls.weeks[11].count) == (2, 8, 20)
    assert [(each.week.from_on, each.rule) for each in calls.spoken] == [(LOUD, "one week above the upper limit")]
    assert (names.weeks[-1].count, names.weeks[-1].is_partial) == (2, True)  # approved on Tuesday
    assert (sum(week.count for week in overdoses.weeks), overdoses.source) == (2, "overdoses reported")
    DailyCount.objects.incidents().update(category="burglary")  # reports that never hold one say nothing of them
    assert re_emergence.watch_of(closed_market, TODAY).measures[2].source == "calls for an overdose"


def test_a_market_before_its_call_in_and_one_closed_a_week_ago_have_no_chart(west_end, sal):
    assert re_emergence.watch_of(west_end, TODAY).measures == ()
    places.change_stage(by=sal, market=west_end, stage=Stage.AFTER_CALL_IN, why="Held.", on=TODAY - timedelta(days=1))
    assert re_emergence.watch_of(west_end, TODAY).charted == []


def test_the_clock_tells_of_a_week_once_and_never_of_one_long_past(signal, closed_market, clock):
    assert (signal.measure, signal.week_of, signal.value, signal.mean) == (Measure.CALLS, LOUD, 20, 2)
    tasks.watch_markets()
    tasks.watch_markets()
    assert ReemergenceSignal.objects.count() == 1
    assert AuditEntry.objects.filter(verb="maintenance.raise_signal").count() == 1
    ReemergenceSignal.objects.all().delete()
    assert re_emergence.untold(closed_market, TODAY + timedelta(days=21)) == []


def test_the_crt_watches_on_and_a_second_answer_is_refused(signal, sal, sue):
    services.answer_signal(by=sal, signal=signal, answer="watch", why="One party on Elm Street.", at=NOON)
    with pytest.raises(RuleBroken, match="answered this signal: watch on"):
        services.answer_signal(by=sue, signal=signal, answer="act", why="Again.", at=NOON)
    done = AuditEntry.objects.filter(verb="maintenance.answer_signal", outcome="done").values_list("badge", flat=True)
    assert list(done) == [sal.badge]


def test_taking_a_market_back_changes_its_stage_and_only_once(signal, sal):
    services.answer_signal(by=sal, signal=signal, answer="reopen", why="Three houses sell again.", at=NOON)
    market = Market.objects.get(pk=signal.market_id)
    assert market.stage == Stage.TARGETING
    assert [change.stage for change in market.stage_changes.all()[:2]] == [Stage.TARGETING, Stage.RE_EMERGED]
    other = ReemergenceSignal.objects.get(pk=signal_of(market, measure=Measure.NAMES)["signal_id"])
    with pytest.raises(RuleBroken, match="is being identified already"):
        services.answer_signal(by=sal, signal=other, answer="reopen", why="Again.", at=NOON)
    assert ReemergenceSignal.objects.get(pk=other.pk).answered_at is None
    assert not Market.objects.in_stage(*re_emergence.WATCHED).exists()  # nobody watches what is no longer closed


def test_pages_and_api_tell_charts_and_signals_to_who_works_there(client, signal, sal, ray, otis, farrow):
    tab, answer = f"/boards/{signal.market_id}/re-emergence/", f"/boards/re-emergence/{signal.pk}/answer/"
    client.force_login(ray)
    page = client.get(tab)
    assert b"Waits for the CRT" in page.content
    assert b"Farrow" not in page.content.partition(b"<main")[2]
    told = client.get(f"/api{tab}").json()
    assert [(each["measure"], bool(each["chart"])) for each in told["measures"]][:2] == [
        ("names", True),
        ("calls", True),
    ]
    assert told["signals"][0]["week_of"] == "2026-02-23"
    assert [client.get(answer).status_code, client.post(f"/api{answer}").status_code] == [403, 403]
    analyst = officer("a1", Role.ANALYST)
    places.assign_officer(by=sal, market=signal.market, officer=analyst, on=TODAY)
    client.force_login(analyst)
    assert b"Take the market back" not in client.get(answer).content
    said = {"answer": "reopen", "why": "They are back."}
    assert client.post(f"/api{answer}", said, content_type="application/json").status_code == 400
    client.force_login(sal)
    assert client.post(answer, said | {"answer": "watch"}).url == tab
    client.force_login(otis)
    assert client.get(tab).status_code == 404
    client.force_login(officer("s2", Role.SUPERVISOR))  # of no market: he may see that there is one
    assert b"Seen by those who work this market" in client.get(tab).content
    assert client.get(answer).status_code == 404


def test_a_signal_stands_on_the_desk_until_it_is_answered(client, signal, sal):
    client.force_login(sal)
    assert b"A closed market speaks" in client.get("/").content
    services.answer_signal(by=sal, signal=signal, answer="act", why="Two alerts raised.", at=NOON)
    assert b"A closed market speaks" not in client.get("/").content
