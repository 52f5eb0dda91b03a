"""markets.view_hot_place, change_hot_place, log_promise, record_promise_outcome."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from markets import services
from markets.models import HotPlace
from tests.conftest import NOON, TODAY
from tests.markets.upkeep import case_of, place_of, promise_of

EMPTY = {"what_happens": "", "latitude": "", "longitude": "", "owner_name": "", "owner_phone": ""}


@pytest.fixture
def court(ray, west_end):
    return place_of(west_end, ray)


def changed(place, by, seen=None, **said):
    stands = {name: getattr(place, name) for name in place.CORRECTED}
    seen = seen or version(place, place.CORRECTED)
    return services.change_hot_place(by=by, hot_place=place, seen=seen, **stands | said)


def outcome_of(promise, by, outcome="kept", outcome_on=TODAY):
    return services.record_promise_outcome(by=by, promise=promise, outcome=outcome, outcome_on=outcome_on, at=NOON)


def test_what_two_change_at_once_is_told(ray, sal, court):
    seen = version(court, court.CORRECTED)
    changed(court, sal, status="watched")
    with pytest.raises(ChangedMeanwhile, match="Sal Brandt changed this meanwhile"):
        changed(court, ray, seen, owner_name="L. Bascom")


def test_the_form_keeps_what_was_typed_and_takes_over_the_rest(client, ray, sal, court):
    client.force_login(ray)
    address = reverse("markets:change_hot_place", args=[court.pk])
    stands = {"status": "active", "what_happens": court.what_happens, "latitude": "43.605", "longitude": "-72.975"}
    typed = stands | {"seen": version(court, court.CORRECTED), "owner_name": "L. Bascom", "owner_phone": ""}
    changed(court, sal, latitude=43.606)
    refused = client.post(address, typed)
    assert [each[:3] for each in refused.context["form"].meanwhile] == [("Latitude", 43.605, 43.606)]
    again = client.post(address, {name: refused.context["form"][name].value() or "" for name in typed})
    assert again.status_code == 302
    court.refresh_from_db()
    assert (court.latitude, court.owner_name) == (43.606, "L. Bascom")


@pytest.mark.parametrize(("latitude", "longitude", "sentence"), [
    ("43.6", "", "Give both latitude and longitude"), ("91", "5", "less than or equal to 90"),
    ("-72.97", "43.6", "look swapped"), ("nan", "1", "Enter a number"), ("x", "1", "Enter a number"),
])  # fmt: skip
def test_a_place_lies_somewhere_on_the_globe(client, ray, west_end, latitude, longitude, sentence):
    client.force_login(ray)
    said = EMPTY | {"address": "1 Mill Street", "kind": "lot", "latitude": latitude, "longitude": longitude}
    page = client.post(reverse("markets:log_hot_place", args=[west_end.pk]), said)
    assert sentence in page.text
    assert not HotPlace.objects.exists()


def test_a_promise_is_kept_or_broken_once(ray, court):
    promise = promise_of(court, ray)
    assert promise.is_overdue(promise.due_on + timedelta(days=1))
    assert not promise.is_overdue(promise.due_on)
    with pytest.raises(ValidationError, match="It was promised on 3 March 2026"):
        outcome_of(promise, ray, outcome_on=date(2026, 3, 1))
    with pytest.raises(ValidationError, match="still to come"):
        outcome_of(promise, ray, outcome_on=date(2026, 4, 1))
    assert not outcome_of(promise, ray, "broken").is_overdue(date(2027, 1, 1))
    with pytest.raises(RuleBroken, match="stands as broken since 3 March 2026"):
        outcome_of(promise, ray)
    assert AuditEntry.objects.filter(verb="markets.log_promise", outcome="done").count() == 1
    assert AuditEntry.objects.filter(verb="markets.record_promise_outcome", outcome="done").count() == 1


def test_a_promise_falls_due_later_than_it_is_made(ray, court):
    said = {"promised_by": "G. Pomfret", "what": "Locks", "at": NOON}
    with pytest.raises(IntegrityError):
        services.log_promise(by=ray, hot_place=court, promised_on=TODAY, due_on=date(2026, 3, 1), **said)
    with pytest.raises(ValidationError, match="still to come"):
        services.log_promise(by=ray, hot_place=court, promised_on=date(2026, 3, 9), due_on=date(2026, 3, 9), **said)


def test_the_page_tells_the_place_its_promises_cases_and_history(client, ray, sal, court):
    promise_of(court, ray)
    case_of(court, ray)
    changed(court, sal, status="watched", owner_name="L. Bascom", owner_phone="802-555-0175")
    client.force_login(ray)
    page = client.get(court.get_absolute_url())
    for words in ("Farrow lets rooms", "New locks", "CE-0412", "L. Bascom", "tel:802-555-0175", "Serve the notice"):
        assert words in page.text
    assert "never count against an address" in page.text
    assert [(change.by, change.is_first) for change in page.context["changes"]] == [
        ("Sgt. Sal Brandt", False), ("Det. Ray Dunmore", True),
    ]  # fmt: skip
    assert ("Status", "Active", "Watched") in page.context["changes"][0].lines
    assert AuditEntry.objects.filter(verb="markets.view_hot_place", outcome="read").count() == 1


def test_otis_finds_no_place_of_west_end(client, otis, ray, court, ferry):
    promise = promise_of(court, ray)
    client.force_login(otis)
    for name, key in (
        ("view_hot_place", court.pk), ("change_hot_place", court.pk), ("log_promise", court.pk),
        ("open_code_case", court.pk), ("record_promise_outcome", promise.pk),
    ):  # fmt: skip
        assert client.get(reverse(f"markets:{name}", args=[key])).status_code == 404
    for act in (lambda: promise_of(court, otis), lambda: outcome_of(promise, otis), lambda: changed(court, otis)):
        with pytest.raises(Http404):
            act()
