"""dealers.correct_observation: by its author or a supervisor; the old words stay in the history."""

from datetime import timedelta

import pytest
from django.http import Http404

from dealers import services
from dmi.audit import versions
from dmi.audit.models import AuditEntry
from dmi.errors import ChangedMeanwhile, RuleBroken
from markets import services as places
from tests.conftest import NOON, TODAY, officer
from tests.dealers.test_log_observation import observe


@pytest.fixture
def entry(ray, west_end, farrow):
    return observe(ray, west_end, [farrow], narrative="Met at the lot.", place="Alder Plaza")


def corrected(by, entry, seen=None, **facts):
    now = {name: getattr(entry, name) for name in entry.CORRECTED}
    seen = seen or versions.version(entry, entry.CORRECTED)
    return services.correct_observation(by=by, observation=entry, seen=seen, at=NOON, **{**now, **facts})


def test_its_author_corrects_it_and_the_old_words_stay_in_its_history(ray, entry):
    corrected(ray, entry, narrative="Met at the depot.", validity="3")
    entry.refresh_from_db()
    assert (entry.narrative, entry.validity, entry.place) == ("Met at the depot.", "3", "Alder Plaza")
    assert (
        type(entry).pgh_event_model.objects.filter(pgh_obj=entry).order_by("pgh_id")[0].narrative == "Met at the lot."
    )
    assert AuditEntry.objects.get(verb="dealers.correct_observation").outcome == "done"


def test_a_supervisor_corrects_it_too_and_a_colleague_does_not(sal, west_end, entry):
    corrected(sal, entry, narrative="Met at the depot.")
    colleague = officer("131", "investigator")
    places.assign_officer(by=sal, market=west_end, officer=colleague, on=TODAY)
    with pytest.raises(RuleBroken, match="who logged it, or a supervisor"):
        corrected(colleague, entry, narrative="Nothing.")


def test_what_a_colleague_changed_meanwhile_is_shown(ray, sal, entry):
    seen = versions.version(entry, entry.CORRECTED)
    corrected(sal, entry, narrative="Met at the depot.")
    with pytest.raises(ChangedMeanwhile) as refusal:
        corrected(ray, entry, seen=seen, place="Depot Park")
    assert [change.name for change in refusal.value.changes] == ["narrative"]


def test_the_page_takes_over_what_the_other_changed_and_loses_nothing_typed(client, ray, sal, entry):
    client.force_login(ray)
    page = client.get(f"/dealers/observations/{entry.pk}/correct/")
    said = page.context["form"].initial | {"place": "Depot Park", "seen_at": "2026-03-03T12:00"}
    corrected(sal, entry, narrative="Met at the depot.")
    refused = client.post(f"/dealers/observations/{entry.pk}/correct/", said).content.decode()
    assert "What changed meanwhile" in refused
    assert "Met at the depot." in refused
    assert "Depot Park" in refused


def test_a_moment_after_it_was_logged_is_refused(ray, entry):
    with pytest.raises(RuleBroken, match="logged before that moment"):
        corrected(ray, entry, seen_at=NOON + timedelta(minutes=1))


def test_another_place_in_words_takes_the_hot_place_away(ray, west_end, farrow):
    lot = places.log_hot_place(by=ray, market=west_end, address="Alder Plaza", kind="lot", on=TODAY)
    entry = observe(ray, west_end, [farrow], hot_place=lot)
    assert entry.place == "Alder Plaza"
    corrected(ray, entry, narrative="Met.")
    assert entry.hot_place == lot
    corrected(ray, entry, place="Depot Park")
    assert entry.hot_place is None


def test_otis_finds_no_entry_to_correct(otis, entry):
    with pytest.raises(Http404):
        corrected(otis, entry, narrative="Nothing.")
