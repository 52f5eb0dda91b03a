"""dealers.log_observation: who, where, when, graded."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dealers import services
from dealers.dossier import events_of, timeline_rows
from dealers.models import Observation
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.conftest import NOON


def observe(by, market, dealers, **facts):
    said = {"narrative": "Met at the lot.", "reliability": "B", "validity": "2", "seen_at": NOON, **facts}
    return services.log_observation(by=by, market=market, dealers=dealers, at=NOON, **said)


def test_several_people_are_named_in_one_entry(ray, west_end, farrow, whitlow):
    made = observe(ray, west_end, [farrow, whitlow])
    assert set(made.dealers.all()) == {farrow, whitlow}
    assert [line.outcome for line in AuditEntry.objects.filter(verb="dealers.log_observation")] == ["done"]


def test_nobody_named_is_refused(ray, west_end):
    with pytest.raises(RuleBroken, match="Name at least one person"):
        observe(ray, west_end, [])


def test_somebody_not_visible_is_refused_without_a_word_about_them(ray, west_end, farrow, alley):
    with pytest.raises(RuleBroken, match="whose dossier you can open") as refusal:
        observe(ray, west_end, [farrow, alley])
    assert "Alley" not in str(refusal.value)


def test_what_has_not_happened_is_refused(ray, west_end, farrow):
    with pytest.raises(RuleBroken, match="not happened yet"):
        observe(ray, west_end, [farrow], seen_at=NOON + timedelta(minutes=1))


def test_patrol_without_a_market_logs_none(pat, west_end, farrow):
    with pytest.raises(PermissionDenied):
        observe(pat, west_end, [farrow])


def test_an_entry_about_a_draft_stays_with_those_who_see_the_draft(ray, sal, otis, west_end, rook):
    places.assign_officer(by=sal, market=west_end, officer=otis, on=NOON.date())
    made = Observation.objects.get()
    assert Observation.objects.visible_to(ray).contains(made)
    assert Observation.objects.visible_to(sal).contains(made)
    assert not Observation.objects.visible_to(otis).contains(made)


def test_the_timeline_is_newest_first_and_one_query_a_kind(ray, west_end, farrow, django_assert_num_queries):
    for days in range(5):
        observe(ray, west_end, [farrow], seen_at=NOON - timedelta(days=days + 1))
    with django_assert_num_queries(3):  # the rows, the entries, the predicate
        events = events_of(list(timeline_rows(farrow, ray)[:50]))
    moments = [event.at for event in events]
    assert moments == sorted(moments, reverse=True)
    assert len(events) == 7
