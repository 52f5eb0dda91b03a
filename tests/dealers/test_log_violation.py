"""dealers.log_violation, record_violation_outcome: what was broken, to whom it was reported, what came of it."""

from datetime import timedelta

import pytest
from django.http import Http404

from dealers import services
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY
from tests.dealers.supervised import BEGAN, condition_of, supervision_of, violation_of

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def curfew(ray, farrow):
    return condition_of(supervision_of(farrow, ray), ray)


def answered(by, violation, **facts):
    said = {"outcome": "warning", "outcome_on": TODAY, "reported_on": TODAY, **facts}
    return services.record_violation_outcome(by=by, violation=violation, at=NOON, **said)


def test_it_stands_as_not_answered_until_somebody_says(ray, curfew, farrow):
    made = violation_of(curfew, ray)
    assert (made.dealer, made.outcome, made.reported_on) == (farrow, "pending", None)
    assert AuditEntry.objects.filter(verb="dealers.log_violation").count() == 1


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"seen_on": TOMORROW}, "still to come"),
        ({"seen_on": BEGAN - timedelta(days=1)}, "did not bind on 4 Jan 2026"),
        ({"reported_on": YESTERDAY}, "before it was seen"),
        ({"reported_on": TOMORROW}, "still to come"),
    ],
)
def test_days_that_can_not_be_are_refused(ray, curfew, facts, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        violation_of(curfew, ray, **facts)


def test_what_came_of_it_is_recorded_and_may_be_said_anew(ray, curfew):
    made = violation_of(curfew, ray, seen_on=YESTERDAY)
    answered(ray, made, reported_on=YESTERDAY)
    answered(ray, made, outcome="revoked", reported_on=None)
    made.refresh_from_db()
    assert (made.outcome, made.outcome_on, made.reported_on) == ("revoked", TODAY, YESTERDAY)
    assert AuditEntry.objects.filter(verb="dealers.record_violation_outcome").count() == 2


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"outcome": "pending"}, "Choose what came of it"),
        ({"outcome_on": TOMORROW}, "still to come"),
        ({"reported_on": None}, "Say when it was reported"),
        ({"outcome_on": YESTERDAY}, "First it is seen"),
    ],
)
def test_an_answer_that_can_not_be_is_refused(ray, curfew, facts, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        answered(ray, violation_of(curfew, ray), **facts)


def test_otis_logs_and_answers_none(otis, ray, curfew):
    with pytest.raises(Http404):
        violation_of(curfew, otis)
    with pytest.raises(Http404):
        answered(otis, violation_of(curfew, ray))
