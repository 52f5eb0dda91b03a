"""dealers.log_condition, verify_condition, end_condition: what prints, and for how long."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.http import Http404

from dealers import services
from dealers.models import Condition
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY
from tests.dealers.supervised import condition_of, supervision_of

OLD = TODAY - timedelta(days=31)


@pytest.fixture
def probation(ray, farrow):
    return supervision_of(farrow, ray)


def test_it_prints_for_thirty_days_after_it_was_verified(ray, probation):
    made = condition_of(probation, ray)
    assert made.days_left(TODAY, 30) == 30
    assert made.days_left(TODAY + timedelta(days=30), 30) == 0
    assert made.days_left(TODAY + timedelta(days=31), 30) == -1


def test_a_day_to_come_is_refused(ray, probation):
    with pytest.raises(RuleBroken, match="day on which you asked"):
        condition_of(probation, ray, verified_on=TODAY + timedelta(days=1))


def test_none_is_added_to_what_is_over(ray, probation):
    services.end_supervision(by=ray, supervision=probation, until_on=TODAY - timedelta(days=1), at=NOON)
    with pytest.raises(RuleBroken, match="This supervision ended on 2 Mar 2026"):
        condition_of(probation, ray)


def test_the_same_words_twice_are_refused(ray, probation):
    condition_of(probation, ray)
    with pytest.raises(IntegrityError):
        condition_of(probation, ray)


def test_a_tap_verifies_it_today(ray, sal, probation):
    made = condition_of(probation, ray, verified_on=OLD)
    services.verify_condition(by=sal, condition=made, at=NOON)
    made.refresh_from_db()
    assert (made.verified_on, made.verified_by) == (TODAY, sal)
    assert AuditEntry.objects.get(verb="dealers.verify_condition").record == f"dealers.condition:{made.pk}"


def test_what_has_ended_is_not_verified(ray, probation):
    made = condition_of(probation, ray)
    services.end_condition(by=ray, condition=made, until_on=TODAY - timedelta(days=1), at=NOON)
    with pytest.raises(RuleBroken, match="This condition ended on 2 Mar 2026"):
        services.verify_condition(by=ray, condition=made, at=NOON)
    assert not Condition.objects.in_force(TODAY).exists()


def test_it_does_not_end_before_the_supervision_began(ray, probation):
    made = condition_of(probation, ray)
    with pytest.raises(RuleBroken, match="before the supervision begins"):
        services.end_condition(by=ray, condition=made, until_on=date(2026, 1, 4), at=NOON)


def test_otis_logs_verifies_and_ends_none(otis, ray, probation):
    made = condition_of(probation, ray)
    with pytest.raises(Http404):
        condition_of(probation, otis, words="No contact")
    with pytest.raises(Http404):
        services.verify_condition(by=otis, condition=made, at=NOON)
    with pytest.raises(Http404):
        services.end_condition(by=otis, condition=made, until_on=TODAY, at=NOON)


def test_a_condition_of_a_withdrawn_supervision_is_nowhere(ray, probation):
    made = condition_of(probation, ray)
    probation.withdrawn_at = NOON
    probation.save()
    assert not Condition.objects.in_force(TODAY).exists()
    assert not Condition.objects.visible_to(ray).contains(made)


def test_the_tab_says_how_long_each_still_prints(client, ray, probation, farrow, monkeypatch):
    condition_of(probation, ray, words="Curfew 21:00 to 06:00", verified_on=TODAY - timedelta(days=25))
    stale = condition_of(probation, ray, words="No contact with Whitlow", permits="report", verified_on=OLD)
    monkeypatch.setattr("dealers.views.supervision.timezone.localdate", lambda *given: TODAY)
    client.force_login(ray)
    page = client.get(f"/dealers/{farrow.pk}/supervision/").content.decode()
    assert "Prints 5 more days" in page
    assert "Does not print" in page
    assert "Police may act" in page
    assert "Report only" in page
    answer = client.post(f"/dealers/conditions/{stale.pk}/verify/", follow=True)
    assert "is verified today" in answer.content.decode()


def test_the_desk_names_what_runs_out_within_a_week(client, ray, sal, probation, farrow, monkeypatch):
    condition_of(probation, ray, words="Curfew 21:00 to 06:00", verified_on=TODAY - timedelta(days=25))
    condition_of(probation, ray, words="No contact with Whitlow", verified_on=TODAY)
    monkeypatch.setattr("dmi.views.desk.timezone.localdate", lambda *given: TODAY)
    client.force_login(ray)
    page = client.get("/").content.decode()
    assert "Curfew 21:00 to 06:00" in page
    assert "No contact with Whitlow" not in page
    client.force_login(sal)
    assert "Curfew 21:00 to 06:00" not in client.get("/").content.decode()
