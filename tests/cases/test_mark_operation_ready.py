"""cases.mark_operation_ready: treatment can take whom the sweep cuts off, or a supervisor wrote why it goes on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.timezone import localdate, now

from dealers.cases import services
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.court import aimed, planned
from tests.conftest import NOON, TODAY, officer
from tests.markets.healthy import estimated, told_by_clinic, waived

DAY = timedelta(days=1)
SENT = {"csrfmiddlewaretoken": "x"}  # what a form without fields sends


def mark(by, operation, at=NOON):
    return services.mark_operation_ready(by=by, operation=operation, at=at)


@pytest.fixture
def slate(sal, west_end):
    return planned(west_end, sal)


def test_it_is_refused_until_treatment_is_ready_or_a_supervisor_wrote_why(sal, west_end, slate):
    with pytest.raises(RuleBroken, match="Nobody has estimated yet"):
        mark(sal, slate)
    told_by_clinic(sal, west_end)
    estimated(sal, west_end)
    with pytest.raises(RuleBroken) as refusal:
        mark(sal, slate)
    assert str(refusal.value) == (
        "Slate is not ready. 10 free places for 60 users cut off: 50 places are missing. Find places for them, or a "
        "supervisor of this market writes on its page “Health and treatment” why it goes on without."
    )
    waived(sal, west_end)
    mark(sal, slate)
    assert (slate.ready_on, slate.ready_by) == (TODAY, sal)
    assert slate.ready_because.endswith("50 places are missing; a supervisor wrote why it goes on.")
    with pytest.raises(RuleBroken, match="is ready since 3 Mar 2026"):
        mark(sal, slate)
    [line] = AuditEntry.objects.filter(verb="cases.mark_operation_ready", outcome="done")
    assert line.record == f"cases.operation:{slate.pk}"


def test_with_places_enough_it_is_ready(sal, west_end, slate):
    told_by_clinic(sal, west_end, places=810)
    estimated(sal, west_end)
    assert mark(sal, slate).ready_because == "60 free places for 60 users cut off: nobody is left out."


def test_a_day_gone_by_and_a_closed_sweep_are_not_made_ready(sal, west_end, slate):
    with pytest.raises(RuleBroken, match="ready is said before"):
        mark(sal, slate, at=NOON + 2 * DAY)
    services.close_operation(by=sal, operation=slate, at=NOON + DAY)
    with pytest.raises(RuleBroken, match="Slate is closed"):
        mark(sal, slate, at=NOON + DAY)


def test_outcomes_of_a_sweep_that_was_never_marked_are_recorded_all_the_same(ray, sal, slate, farrow):
    target = aimed(slate, farrow, sal)
    services.record_target_outcome(by=ray, target=target, outcome="arrested", at=NOON + DAY)
    assert services.close_operation(by=sal, operation=slate, at=NOON + DAY).closed_at


def test_ray_and_otis_mark_none(ray, west_end, slate):
    with pytest.raises(PermissionDenied):
        mark(ray, slate)
    with pytest.raises(Http404):
        mark(officer("sup9", Role.SUPERVISOR), slate)


def test_the_page_says_what_is_missing_and_what_changed_since(client, sal, west_end):
    slate = planned(west_end, sal, held_on=localdate() + DAY, at=now())
    told_by_clinic(sal, west_end, as_of=localdate(), at=now())
    client.force_login(sal)
    address = f"/cases/operations/{slate.pk}/"
    assert "Nobody has estimated yet" in client.get(address).content.decode()
    estimated(sal, west_end, at=now())
    refused = client.post(f"{address}mark-ready/", SENT).content.decode()
    assert "Slate is not ready. 10 free places for 60 users cut off: 50 places are missing." in refused
    assert client.get(f"/api{address}").json()["readiness"]["missing_places"] == 50
    waived(sal, west_end, at=now())
    assert client.post(f"{address}mark-ready/", SENT)["Location"] == address
    page = client.get(address).content.decode()
    assert "Sgt. Sal Brandt marked it as ready on" in page
    assert "no longer ready" not in page
    estimated(sal, west_end, users=80, at=now())
    assert "Treatment is no longer ready" in client.get(address).content.decode()
    assert client.post(f"/api{address}mark-ready/", {}, content_type="application/json").status_code == 409
