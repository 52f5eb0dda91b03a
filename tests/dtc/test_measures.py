"""How the court does, by admission cohort."""

from datetime import date, timedelta

import pytest

from callins.dtc.program.attempts import Ending
from callins.dtc.program.curve import curve
from callins.dtc.program.measures import Mean, Middle, Share, Stay, cohort, cohorts, median, survival
from callins.dtc.program.publishing import SUPPRESSED, clear_of, table
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
    assert found.sobriety == Middle((121 + 10) / 2, 2, 2)
    assert (found.arrests, found.services) == (Share(1, 2), Mean(6.0, 1))


def test_whoever_comes_again_stays_in_the_first_cohort_and_was_away_between():
    """Left after 20 days, back after 100, graduated on day 300."""
    left, back = date(2026, 1, 21), date(2026, 4, 11)
    again = stay(300, Ending.GRADUATED, away=((left, back),), arrests=None)
    [found] = cohorts([again], date(2027, 3, 1))
    assert (found.name, [share.number for _, share in found.retention]) == ("2026 Q1", [0, 0, 1, 1])
    assert again.sober_days(TODAY) == 200
    assert found.arrests == Share(0, 0)


@pytest.mark.parametrize(
    ("people", "chain", "clear"),
    [
        (40, [35, 30, 20, 20], [True, True, True, True]),
        (40, [38, 30, 20], [False, True, True]),  # two who left
        (40, [35, 33, 30, 5], [True, False, True, True]),  # two between
        (40, [35, 33, 29, 4], [True, False, True, False]),
        (40, [40, 0], [True, True]),
    ],
)
def test_no_difference_of_what_leaves_tells_of_fewer_than_five(people, chain, clear):
    assert clear_of(people, chain) == clear


def a_quarter(month, staying, left, **facts):
    """So many who are still there, and so many who were terminated on day 40."""
    on = date(2026, month, 1)
    kept = [stay(0, admitted_on=on, **facts) for _ in range(staying)]
    return [*kept, *(stay(40, Ending.TERMINATED, admitted_on=on, **facts) for _ in range(left))]


def published(*quarters):
    stays = [each for quarter in quarters for each in quarter]
    over = [each for each in stays if each.cohort != "2026 Q4"]
    header, rows = table(cohorts(stays, TODAY), cohort("Together", over, TODAY))
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


def test_what_leaves_names_no_cell_that_could_be_computed_back():
    told = published(a_quarter(1, 12, 8), a_quarter(4, 18, 2), a_quarter(7, 4, 0), a_quarter(10, 30, 0))
    after = "In the program after 90 days"
    assert list(told) == ["2026 Q1", "2026 Q2", "2026 Q3", "Together"]  # the last quarter is not over
    assert (told["2026 Q1"][after], told["2026 Q1"][f"{after}: of"], told["2026 Q1"][f"{after}: %"]) == (12, 20, 60.0)
    assert told["2026 Q2"][after] == told["2026 Q2"][f"{after}: %"] == SUPPRESSED  # two of twenty left
    assert told["2026 Q2"]["In the program after 30 days"] == 20
    assert told["2026 Q2"]["Graduated, of those who left"] == SUPPRESSED  # none of two: the two would be known
    assert set(told["2026 Q3"].values()) - {"2026 Q3", "not yet"} == {SUPPRESSED}
    assert told["Together"]["People"] == told["Together"][after] == SUPPRESSED  # less the others it were a cell
    assert told["2026 Q3"]["In the program after 365 days"] == "not yet"
    assert told["Together"]["Days sober, median"] == "274"  # a median gives no other away


def test_totals_leave_where_every_cohort_does():
    told = published(
        a_quarter(1, 12, 8, incentives=(1,), services=3), a_quarter(4, 10, 10, incentives=(3,), services=1)
    )
    together = told["Together"]
    assert (together["People"], together["In the program after 90 days"]) == (40, 22)
    assert (together["Units of service a person"], together["Days to an incentive, median"]) == ("2", "2")
    assert together["Days to a sanction, median"] == ""
    assert published(a_quarter(1, 20, 0, arrests=None), a_quarter(1, 4, 0))["2026 Q1"]["Arrested"] == SUPPRESSED


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


SIX_MP = {  # weeks of remission under 6-MP (Freireich 1963, as Gehan 1965 prints them); True: relapsed then
    True: (6, 6, 6, 7, 10, 13, 16, 22, 23),
    False: (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
}
AS_PUBLISHED = [  # share and limits on the scale log(-log S), as the textbooks of survival analysis print them
    (6, 21, 0.8571, 0.6197, 0.9516), (7, 17, 0.8067, 0.5631, 0.9228), (10, 15, 0.7529, 0.5032, 0.8894),
    (13, 12, 0.6902, 0.4316, 0.8491), (16, 11, 0.6275, 0.3675, 0.8049), (22, 7, 0.5378, 0.2678, 0.7468),
    (23, 6, 0.4482, 0.1881, 0.6801),
]  # fmt: skip


def test_the_survival_curve_of_a_published_study():
    stays = [
        stay(days, Ending.TERMINATED if has_left else Ending.GRADUATED)
        for has_left, all_days in SIX_MP.items()
        for days in all_days
    ]
    points = survival(stays, TODAY)
    found = [(each.day, each.at_risk, each.share, each.low, each.high) for each in points]
    assert [row[:2] for row in found] == [row[:2] for row in AS_PUBLISHED]
    for row, printed in zip(found, AS_PUBLISHED, strict=True):
        assert row[2:] == pytest.approx(printed[2:], abs=0.00006)


def test_the_curve_is_drawn_as_steps():
    points = survival([stay(15, Ending.WITHDREW), stay(60), stay(60, admitted_on=date(2026, 11, 1))], TODAY)
    drawn = curve(points, 60)
    assert drawn.line == "0,0 150,0 150,66.7 600,66.7"
    assert [tick.words for tick in drawn.days] == ["30"]
    assert [(each.day, each.at_risk, each.left) for each in drawn.read_at] == [(30, 2, 1)]
    assert (curve([], 0).line, curve([], 0).read_at) == ("0,0 600,0", ())


def test_nobody_at_all():
    assert (cohorts([], TODAY), survival([], TODAY), median([])) == ([], [], None)
