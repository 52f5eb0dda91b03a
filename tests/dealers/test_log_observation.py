"""dealers.log_observation: who, where, when, graded."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from dealers import services
from dealers.dossier import events_of, timeline_rows
from dealers.models import Observation
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.conftest import NOON, logged


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


def test_a_hot_place_gives_the_entry_its_address(ray, west_end, farrow):
    lot = places.log_hot_place(by=ray, market=west_end, address="Alder Plaza", kind="lot", on=NOON.date())
    assert observe(ray, west_end, [farrow], hot_place=lot).place == "Alder Plaza"
    assert observe(ray, west_end, [farrow], hot_place=lot, place="its rear stairs").place == "its rear stairs"


def test_a_place_of_another_market_is_refused(ray, sue, west_end, ferry, farrow):
    pier = places.log_hot_place(by=sue, market=ferry, address="Pier 2", kind="lot", on=NOON.date())
    with pytest.raises(Http404):  # ray does not even see it
        observe(ray, west_end, [farrow], hot_place=pier)
    places.assign_officer(by=sue, market=ferry, officer=ray, on=NOON.date())
    with pytest.raises(RuleBroken, match="Pier 2 is no hot place of West End"):
        observe(ray, west_end, [farrow], hot_place=pier)


def test_a_source_is_a_number(ray, west_end, farrow):
    with pytest.raises(ValidationError, match="a name must never stand here"):
        observe(ray, west_end, [farrow], source_number="Mike")
    assert observe(ray, west_end, [farrow], source_number="CS-114").source_number == "CS-114"


def test_people_are_found_by_typing_and_few_are_shown_of_many(client, ray, west_end, farrow, whitlow):
    for number in range(40):
        logged(ray, west_end, last_name=f"Person{number}")
    client.force_login(ray)
    page = client.get("/dealers/log-observation/").content.decode()
    assert page.count('name="dealers"') < 10
    found = client.get("/dealers/log-observation/?who=Farrow", headers={"HX-Request": "true"}).content.decode()
    assert str(farrow.pk) in found
    assert "<html" not in found
    assert AuditEntry.objects.get(verb="dealers.log_observation", outcome="read").others["hits"] == 1


def test_without_script_the_button_finds_people_and_keeps_what_was_typed(client, ray, west_end, farrow, whitlow):
    client.force_login(ray)
    said = {"narrative": "Met at the lot.", "dealers": [whitlow.pk], "who": "Farrow", "find": "1"}
    page = client.post("/dealers/log-observation/", said).content.decode()
    assert "Met at the lot." in page
    assert f'value="{whitlow.pk}" checked' in page
    assert f'value="{farrow.pk}"' in page
    assert "not logged" not in page


def test_otis_finds_nobody_by_typing(client, otis, ferry, farrow):
    client.force_login(otis)
    found = client.get("/dealers/log-observation/?who=Farrow", headers={"HX-Request": "true"}).content.decode()
    assert "Nobody you see is called so" in found


def test_a_moment_that_no_page_could_read_is_refused(client, ray, west_end, farrow):
    client.force_login(ray)
    said = {"dealers": [farrow.pk], "market": west_end.pk, "narrative": "Met.", "reliability": "B", "validity": "2"}
    page = client.post("/dealers/log-observation/", said | {"seen_at": "0001-01-01T00:00:00+14:00"}).content.decode()
    assert "This lies before 1900" in page
    assert client.get(f"/dealers/{farrow.pk}/").status_code == 200


def test_of_what_is_typed_for_people_the_first_hundred_letters_count(client, ray, west_end, farrow):
    client.force_login(ray)
    page = client.post("/dealers/log-observation/", {"who": "Farrow" + " " * 100 + "802-555-0101 " * 4000, "find": "1"})
    assert f'value="{farrow.pk}"' in page.content.decode()
