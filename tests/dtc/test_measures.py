"""How the court does, by admission cohort."""

from datetime import date, timedelta

import pytest

from callins.dtc.program.attempts import Ending
from callins.dtc.program.measures import Share, Stay, cohorts, median, publishable, survival
from callins.dtc.program.testing import tests_in as judged_tests
from tests.dtc.course import given_test, positive

TODAY = date(2026, 12, 31)


def stay(days, left_as=None, admitted_on=date(2026, 1, 1), **facts):
    left_on = admitted_on + timedelta(days=days) if left_as else None
    return Stay(admitted_on, left_on, left_as, **facts)


def test_a_cohort_is_the_quarter_of_the_first_admission():
    found = cohorts([stay(0, admitted_on=date(2026, month, 1)) for month in (4, 1, 3, 6, 12)], TODAY)
    assert [(each.name, each.people) for each in found] == [("2026 Q1", 2), ("2026 Q2", 2), ("2026 Q4", 1)]


def test_who_came_too_late_to_have_stayed_so_long_is_not_counted():
    [q1, q4] = cohorts(
        [
            stay(200, Ending.GRADUATED), stay(40, Ending.TERMINATED), stay(0),
            stay(0, admitted_on=date(2026, 12, 1)),
        ], TODAY,
    )  # fmt: skip
    assert dict(q1.retention)[30] == Share(3, 3)
    assert dict(q1.retention)[90] == Share(2, 3)
    assert dict(q4.retention)[90].percent is None
    assert q1.graduation == Share(1, 2)


def test_failed_tests_and_sobriety():
    failed = positive(date(2026, 3, 1))
    tests = judged_tests([*failed, *given_test(date(2026, 4, 1)), *given_test(date(2026, 5, 1))])
    [found] = cohorts(
        [stay(180, Ending.GRADUATED, tests=tests, arrests=2, services=12), stay(10, Ending.WITHDREW)], TODAY
    )
    assert found.failed_tests == Share(1, 3)
    assert found.sobriety == (121 + 10) / 2
    assert (found.arrests, found.services) == (Share(1, 2), 6.0)


@pytest.mark.parametrize(
    ("share", "leaves"), [(Share(4, 20), False), (Share(16, 20), False), (Share(5, 20), True), (Share(0, 20), True)]
)
def test_small_cells_do_not_leave_the_task_force(share, leaves):
    assert bool(publishable(share)) is leaves


def test_the_survival_curve():
    """Six people, worked by hand: who graduated on day 180 or is still there was seen so long and did not leave."""
    stays = [
        stay(10, Ending.TERMINATED), stay(20, Ending.WITHDREW), stay(20, Ending.TERMINATED),
        stay(180, Ending.GRADUATED), stay(200, Ending.TERMINATED), stay(0),
    ]  # fmt: skip
    points = survival(stays, TODAY)
    assert [(each.day, each.at_risk, each.left) for each in points] == [(10, 6, 1), (20, 5, 2), (200, 2, 1)]
    assert [each.share for each in points] == pytest.approx([5 / 6, 1 / 2, 1 / 4])
    assert (points[0].low, points[0].high) == pytest.approx((0.2731, 0.9747), abs=0.0005)
    assert all(0 <= each.low <= each.share <= each.high <= 1 for each in points)


def test_nobody_at_all():
    assert (cohorts([], TODAY), survival([], TODAY), median([])) == ([], [], None)
