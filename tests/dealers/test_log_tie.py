"""dealers.log_tie: kept once, whichever way it is told."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.http import Http404

from dealers import services
from dealers.models import Tie
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON


def tie(by, dealer, other, kind="phone", **facts):
    said = {"seen_on": date(2026, 3, 1), "basis": "Eleven calls", "reliability": "B", "validity": "2", **facts}
    return services.log_tie(by=by, dealer=dealer, other=other, kind=kind, at=NOON, **said)


def test_a_tie_is_recorded_once_whichever_way_it_is_told(ray, farrow, whitlow):
    tie(ray, farrow, whitlow)
    with pytest.raises(IntegrityError):
        tie(ray, whitlow, farrow)
    assert Tie.objects.count() == 1


@pytest.mark.parametrize("told", ["forwards", "backwards"])
def test_a_supply_keeps_its_direction(ray, farrow, whitlow, told):
    pair = (farrow, whitlow) if told == "forwards" else (whitlow, farrow)
    made = tie(ray, *pair, kind="supplies")
    assert (made.a if made.goes_from_a else made.b) == pair[0]


def test_a_dealer_is_not_tied_to_itself(ray, farrow):
    with pytest.raises(RuleBroken, match="joins two different dealers"):
        tie(ray, farrow, farrow)


def test_a_day_to_come_is_refused(ray, farrow, whitlow):
    with pytest.raises(RuleBroken, match="still to come"):
        tie(ray, farrow, whitlow, seen_on=date(2026, 3, 4))


def test_the_other_end_must_be_visible(ray, farrow, alley):
    with pytest.raises(Http404):
        tie(ray, farrow, alley)


def test_a_tie_is_seen_only_with_both_ends(ray, sue, otis, ferry, west_end, farrow, alley):
    made = tie(sue, farrow, alley)
    assert Tie.objects.visible_to(sue).contains(made)
    assert not Tie.objects.visible_to(ray).exists()
    assert not Tie.objects.visible_to(otis).exists()


def test_weak_ties_and_kin_are_not_ranked(ray, farrow, whitlow):
    tie(ray, farrow, whitlow, kind="kin")
    tie(ray, farrow, whitlow, kind="phone", validity="3")
    strong = tie(ray, farrow, whitlow, kind="co_arrest")
    assert list(Tie.objects.visible_to(ray).ranked()) == [strong]


def test_the_trail_has_one_line(ray, farrow, whitlow):
    tie(ray, farrow, whitlow)
    [line] = AuditEntry.objects.filter(verb="dealers.log_tie")
    assert line.others["other"] == f"dealers.dealer:{whitlow.pk}"
