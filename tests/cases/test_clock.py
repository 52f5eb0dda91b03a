"""cases.watch_clocks, warn_of_limit, expire_case: told once each, caught up after an outage, without a name."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from dealers.cases import services, tasks
from dealers.cases.models import Case, ClockWarning
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.made import brought_to
from tests.conftest import NOON, TODAY


@pytest.fixture
def told(monkeypatch, case, cast, ray, clock):
    """Let the clock strike on a day, and give what was mailed that day."""
    ray.email = "ray@police.example"
    ray.save()
    brought_to("banked", case, cast)

    def strike(days_left):
        mail.outbox.clear()
        now = NOON.replace(hour=15)
        Case.objects.filter(pk=case.pk).update(commence_by=case.commence_by)
        day = case.commence_by - timedelta(days=days_left)
        monkeypatch.setattr(timezone, "now", lambda: now.replace(year=day.year, month=day.month, day=day.day))
        tasks.watch_clocks()
        return mail.outbox

    return strike


def test_owner_and_prosecutor_are_told_at_each_distance_once(told):
    days = {left: len(told(left)) for left in range(200, -3, -1)}
    assert {left for left, mails in days.items() if mails} == {180, 90, 30, 7}
    assert ClockWarning.objects.count() == 4


def test_the_mail_has_number_and_day_and_no_name(told, case, farrow):
    [sent] = told(7)
    assert sorted(sent.to) == ["pru@attorney.example", "ray@police.example"]
    said = f"{sent.subject}\n{sent.body}"
    assert str(case) in said
    assert f"{case.commence_by:%-d %b %Y}" in said
    assert f"/cases/{case.pk}/" in said
    for name in ("Farrow", "Cody", "Scooter", "heroin", "West End"):
        assert name.lower() not in said.lower()


def test_after_an_outage_the_nearest_is_told_and_no_other(told):
    assert len(told(25)) == 1
    assert [warning.days for warning in ClockWarning.objects.all()] == [30]
    assert told(24) == []


def test_a_mail_that_fails_is_tried_again(told, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(services.warn_of_limit.__wrapped__.__globals__["mail"], "tell", lambda *said: 1 / 0)
        told(30)
    assert not ClockWarning.objects.exists()
    assert len(told(30)) == 1


def test_past_its_last_day_a_case_expires_by_the_clock(told, case):
    told(7)
    assert told(-21) == []  # what was filed on the last day may be recorded for a week
    case.refresh_from_db()
    assert case.state == "banked"
    [sent] = told(-22)
    assert "the limitation ran out on" in sent.body
    case.refresh_from_db()
    assert (case.state, case.steps.last().by.badge) == ("expired", "clock")
    assert case.steps.last().because == "The last day was 2 Feb 2029"
    assert told(-23) == []


def test_what_was_filed_on_the_last_day_is_recorded_after_the_clock_struck(told, case, pru):
    Case.objects.update(state="activated")
    told(-16)
    case.refresh_from_db()
    said = {"commenced_by": "Information filed", "commenced_on": case.last_day, "at": timezone.now()}
    assert services.charge_case(by=pru, case=case, **said).state == "charged"


def test_a_charged_case_is_neither_warned_of_nor_expires(case, cast, told):
    brought_to("charged", case, cast)
    assert told(7) == []
    assert told(-30) == []
    assert Case.objects.get(pk=case.pk).state == "charged"


def test_a_waiver_winds_the_clock_and_the_warnings_begin_anew(told, case, pru, monkeypatch):
    told(7)
    until = case.last_day + timedelta(days=365)
    services.record_waiver(
        by=pru, case=case, signed_on=TODAY, until_on=until, is_signed_by_defendant=True, is_consented=True,
        at=timezone.now(),
    )  # fmt: skip
    case.refresh_from_db()
    assert case.last_day == until
    assert told(200) == []
    assert len(told(180)) == 1


def test_the_clock_does_not_warn_twice_nor_of_what_does_not_run(case, cast, clock):
    services.warn_of_limit(by=clock, case=case, days=90, at=NOON)
    tasks.attempt(services.warn_of_limit, by=clock, case=case, days=90, at=NOON)
    assert ClockWarning.objects.count() == 1
    brought_to("declined", case, cast)
    with pytest.raises(RuleBroken, match="No limitation runs"):
        services.warn_of_limit(by=clock, case=case, days=30, at=NOON)


def test_a_case_that_runs_does_not_expire(case, clock):
    with pytest.raises(RuleBroken, match="has not run out"):
        services.expire_case(by=clock, case=case, at=NOON)


def test_the_trail_says_that_the_clock_told(told):
    told(7)
    [line] = AuditEntry.objects.filter(verb="cases.warn_of_limit")
    assert (line.badge, line.outcome) == ("clock", "done")


def test_the_limit_of_a_waiver_is_a_day_ahead(case):
    assert case.commence_by == date(2029, 1, 19)
