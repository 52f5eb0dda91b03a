"""markets.freeze_baseline and replace_baseline: what is laid down before anybody acts, and kept."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services
from markets.models import Area, Baseline
from tests.conftest import NOON, TODAY, officer
from tests.markets.counted import FIRST, counted, every, imported

SWEEP = date(2026, 4, 7)
WINDOWS = {"before_from": date(2025, 3, 1), "before_until": date(2026, 2, 28), "after_from": SWEEP}


@pytest.fixture
def ana(sal, west_end):
    person = officer("131", "analyst", full_name="Ana Reyes")
    services.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


@pytest.fixture
def lists(sal, west_end):
    batch = imported(west_end, sal)
    counted(batch, every(1, FIRST, TODAY))
    counted(batch, every(2, FIRST, TODAY), category="larceny", zone="near")
    return batch


@pytest.fixture
def baseline(ana, west_end, lists):
    return services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON)


def test_the_counts_are_kept_as_they_stand(baseline, lists, west_end):
    counted(lists, every(1, date(2025, 6, 1), date(2025, 6, 9)))
    baseline.refresh_from_db()
    assert baseline.counts == {"incidents": {"burglary": {"area": 365}, "larceny": {"near": 182}}, "calls": {}}
    assert not baseline.is_late
    assert baseline.frozen_on == TODAY


@pytest.mark.parametrize(("at_days", "is_late"), [(0, False), (-1, True)])
def test_frozen_after_the_action_began_it_is_late(ana, west_end, lists, at_days, is_late):
    windows = WINDOWS | {"after_from": TODAY + timedelta(days=at_days)}
    assert services.freeze_baseline(by=ana, market=west_end, **windows, at=NOON).is_late == is_late


@pytest.mark.parametrize(("said", "refusal"), [
    ({"before_until": SWEEP}, "ends before the time after begins"),
    ({"before_until": SWEEP + timedelta(days=30)}, "ends before the time after begins"),
    ({"before_from": date(2026, 3, 1)}, "ends before the time after begins"),
    ({"after_until": date(2026, 4, 1)}, "can not end before it begins"),
])  # fmt: skip
def test_windows_do_not_overlap(ana, west_end, lists, said, refusal):
    with pytest.raises(ValidationError, match=refusal):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS | said, at=NOON)


@pytest.mark.parametrize(("said", "refusal"), [
    ({"before_from": date(2024, 12, 1)}, "The lists cover 1 January 2025 to 3 March 2026"),
    ({"before_until": date(2026, 3, 20)}, "The lists cover"),
    ({"before_from": date(1925, 3, 1)}, "at most ten years"),
])  # fmt: skip
def test_days_that_the_lists_do_not_cover_are_refused(ana, west_end, lists, said, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS | said, at=NOON)


def test_a_month_without_anything_is_a_list_left_out(ana, sal, west_end):
    counted(imported(west_end, sal), [*every(1, FIRST, date(2025, 5, 31)), *every(1, date(2025, 7, 1), TODAY)])
    with pytest.raises(RuleBroken, match="hold nothing from 1 June 2025 to 30 June 2025"):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON)


def test_without_a_list_there_is_nothing_to_freeze(ana, sal, west_end):
    with pytest.raises(RuleBroken, match="No list of incidents is imported yet"):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON)
    counted(imported(west_end, sal, holds="calls"), every(1, FIRST, TODAY))
    with pytest.raises(RuleBroken, match="No list of incidents"):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON)


def test_not_while_incidents_are_being_placed(ana, sal, west_end, lists):
    Area.objects.create(market=west_end, kind="market", name="West End", shape={}, by=sal, at=NOON)
    with pytest.raises(RuleBroken, match="being placed"):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON)


def test_one_stands(ana, west_end, baseline):
    with pytest.raises((ValidationError, IntegrityError), match="stands already"):
        services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON)


def test_a_supervisor_replaces_it_and_it_stays_readable(ana, sal, west_end, baseline):
    with pytest.raises(PermissionDenied):
        services.replace_baseline(by=ana, market=west_end, because="Wrong year", at=NOON)
    services.replace_baseline(by=sal, market=west_end, because="Wrong year", at=NOON)
    assert not Baseline.objects.standing().exists()
    [old] = Baseline.objects.visible_to(ana).replaced()
    assert (old.replaced_by, old.replaced_because, old.replaced_at) == (sal, "Wrong year", NOON)
    with pytest.raises(RuleBroken, match="No baseline stands"):
        services.replace_baseline(by=sal, market=west_end, because="Again", at=NOON)
    assert services.freeze_baseline(by=ana, market=west_end, **WINDOWS, at=NOON) != old


def test_otis_and_investigators_freeze_nothing(ray, otis, ferry, west_end, lists, task_force):
    zoe = officer("9", "supervisor")
    with pytest.raises(PermissionDenied):
        services.freeze_baseline(by=ray, market=west_end, **WINDOWS, at=NOON)
    for act, said in ((services.freeze_baseline, WINDOWS), (services.replace_baseline, {"because": "x"})):
        with pytest.raises(Http404):
            act(by=zoe, market=west_end, **said, at=NOON)
    assert not Baseline.objects.visible_to(otis).exists()


def test_each_act_is_one_line_with_its_days(ana, sal, west_end, baseline):
    services.replace_baseline(by=sal, market=west_end, because="Wrong year", at=NOON)
    frozen, replaced = AuditEntry.objects.filter(verb__endswith="_baseline", outcome="done").order_by("pk")
    assert frozen.others["before_from"] == "2025-03-01"
    assert "Wrong year" not in str(replaced.others)
    assert frozen.record == replaced.record == f"markets.baseline:{baseline.pk}"
