"""cases.open_case, add_count, plan_next_step: the number, the clock, and who answers."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from dealers.cases import services
from dealers.cases.models import Case, Count
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.made import SOLD_ON, buy_of, draft_of
from tests.conftest import NOON, TODAY


def test_the_desk_gives_the_number_and_the_opener_owns_it(ray, farrow, west_end):
    first, second = (draft_of(farrow, ray, west_end) for _ in range(2))
    assert first.number.startswith("C-26-")
    assert int(second.number[5:]) == int(first.number[5:]) + 1
    assert (first.state, first.owner, first.commence_by) == ("draft", ray, None)


def test_a_draft_of_a_dealer_has_no_case(ray, rook, west_end):
    with pytest.raises(RuleBroken, match="is not on file yet"):
        draft_of(rook, ray, west_end)


def test_the_market_is_one_in_which_the_dealer_has_a_part(ray, sal, sue, farrow, ferry):
    with pytest.raises((RuleBroken, Http404)):
        draft_of(farrow, sue, ferry)


def test_otis_and_pat_open_none(otis, pat, farrow, west_end):
    with pytest.raises(Http404):
        draft_of(farrow, otis, west_end)
    with pytest.raises(PermissionDenied):
        draft_of(farrow, pat, west_end)
    assert not Case.objects.exists()


def test_the_earliest_count_sets_the_clock(ray, farrow, west_end):
    case = draft_of(farrow, ray, west_end)
    for on in (date(2026, 1, 10), date(2024, 2, 29), date(2025, 5, 5)):
        services.add_count(by=ray, case=case, offence="sale_heroin", offence_on=on, at=NOON)
    case.refresh_from_db()
    assert (case.commence_by, case.last_day) == (date(2027, 2, 14), date(2027, 2, 28))
    assert case.days_left(date(2027, 2, 10)) == 4


def test_a_count_on_a_buy_takes_its_day(ray, farrow, west_end):
    case, buy = draft_of(farrow, ray, west_end), buy_of(farrow, ray, west_end)
    count = services.add_count(by=ray, case=case, offence="sale_heroin", buy=buy, at=NOON)
    assert (count.offence_on, count.statute, count.last_day) == (SOLD_ON, "18 V.S.A. 4233", date(2029, 2, 2))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"offence_on": TODAY + timedelta(days=1)}, "still to come"),
        ({"offence_on": date(2022, 1, 1)}, "ran out on 1 Jan 2025"),
        ({"offence_on": TODAY, "offence": "fed_distribution"}, "is for the state court"),
        ({}, "Give the day of the offence"),
    ],
)
def test_a_count_is_refused_in_words(said, why, ray, farrow, west_end):
    case = draft_of(farrow, ray, west_end)
    with pytest.raises(RuleBroken, match=why):
        services.add_count(by=ray, case=case, at=NOON, **{"offence": "sale_heroin", **said})
    assert not Count.objects.exists()


def test_a_buy_of_somebody_else_or_of_another_day_carries_no_count(ray, farrow, whitlow, west_end):
    case = draft_of(farrow, ray, west_end)
    with pytest.raises(RuleBroken, match="from somebody else"):
        services.add_count(by=ray, case=case, offence="sale_heroin", buy=buy_of(whitlow, ray, west_end), at=NOON)
    with pytest.raises(RuleBroken, match="This buy was on 2 Feb 2026"):
        services.add_count(
            by=ray, case=case, offence="sale_heroin", offence_on=TODAY, buy=buy_of(farrow, ray, west_end), at=NOON
        )


def test_the_same_count_twice_is_refused(case, ray):
    with pytest.raises(IntegrityError):
        services.add_count(by=ray, case=case, offence="sale_heroin", offence_on=SOLD_ON, at=NOON)


def test_otis_adds_no_count_and_plans_nothing(case, otis):
    with pytest.raises(Http404):
        services.add_count(by=otis, case=case, offence="possession", offence_on=TODAY, at=NOON)
    with pytest.raises(Http404):
        services.plan_next_step(by=otis, case=case, next_step="Look", owner=otis, at=NOON)
    assert [line.outcome for line in AuditEntry.objects.filter(verb="cases.plan_next_step")] == ["absent"]


def test_a_case_is_adrift_until_it_has_a_next_step_and_an_owner(case, ray, sue):
    assert Case.objects.adrift().get() == case
    services.plan_next_step(by=ray, case=case, next_step="Send the sample", owner=sue, next_step_on=TODAY, at=NOON)
    assert not Case.objects.adrift().exists()
    sue.is_active = False
    sue.save()
    assert Case.objects.adrift().get() == case
    [line] = AuditEntry.objects.filter(verb="cases.plan_next_step")
    assert "Send the sample" not in str(line.others)


def test_nobody_owns_what_he_does_not_see(case, ray, otis, pat):
    for blind in (otis, pat):
        with pytest.raises(RuleBroken, match="does not see C-26-"):
            services.plan_next_step(by=ray, case=case, next_step="Look", owner=blind, at=NOON)


def test_a_step_is_planned_for_a_day_to_come(case, ray):
    with pytest.raises(RuleBroken, match="has gone by"):
        services.plan_next_step(
            by=ray, case=case, next_step="Look", owner=ray, next_step_on=TODAY - timedelta(days=1), at=NOON
        )
