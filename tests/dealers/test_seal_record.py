"""dealers.seal_record and dealers.unseal_record: hidden from all but those who may read sealed records."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers import services
from dealers.models import Dealer, Pointer
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.conftest import NOON, TODAY, logged, officer

ORDER = {"ground": "order", "because": "Family Division, order of 2 March"}


def seal(by, dealer, **said):
    return services.seal_record(by=by, dealer=dealer, at=NOON, **ORDER | said)


def unseal(by, dealer):
    return services.unseal_record(by=by, dealer=dealer, because="Order vacated.", at=NOON)


@pytest.fixture
def pru(sal, west_end):
    person = officer("301", "prosecutor")
    places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


def test_its_author_finds_it_no_more_and_supervisor_and_prosecutor_do(client, sal, sue, ray, pru, farrow):
    seal(sal, farrow)
    assert not Dealer.objects.visible_to(ray).exists()
    for reader in (sue, pru):
        assert Dealer.objects.visible_to(reader).contains(farrow)
    client.force_login(ray)
    assert client.get(farrow.get_absolute_url()).status_code == 404
    client.force_login(sue)
    page = client.get(farrow.get_absolute_url()).content.decode()
    assert "Family Division, order of 2 March" in page
    assert "Cody Farrow" in client.get("/dealers/sealed/?ground=order&state=standing").content.decode()
    assert "No seal fits" in client.get("/dealers/sealed/?ground=juvenile").content.decode()
    assert "Cody Farrow" in str(client.get("/api/dealers/sealed/").json())


def test_whoever_works_the_market_finds_it_again_after_the_seal(client, sal, sue, ray, farrow):
    seal(sal, farrow)
    client.force_login(sue)
    address = f"/dealers/{farrow.pk}/unseal/"
    assert client.post(address, {"because": ""}).status_code == 200
    assert client.post(address, {"because": "Order vacated."}).status_code == 302
    assert Dealer.objects.visible_to(ray).contains(farrow)
    [kept] = farrow.record_seals.ended()
    assert (kept.because, kept.ended_because, kept.ended_by) == (ORDER["because"], "Order vacated.", sue)
    assert client.get(address).status_code == 302
    seal(sue, farrow)


def test_refusals(sal, sue, ray, farrow):
    with pytest.raises(RuleBroken, match="is not sealed"):
        unseal(sal, farrow)
    seal(sal, farrow)
    with pytest.raises((IntegrityError, ValidationError, RuleBroken), match="sealed"):
        seal(sue, farrow)
    with pytest.raises(RuleBroken, match="You sealed this record"):
        unseal(sal, farrow)
    stranger = officer("9", "supervisor")
    for act in (seal, unseal):
        with pytest.raises(PermissionDenied):
            act(ray, farrow)
        with pytest.raises(Http404):
            act(stranger, farrow)


def test_each_has_one_line_on_the_trail(sal, sue, farrow):
    kept = seal(sal, farrow)
    unseal(sue, farrow)
    lines = AuditEntry.objects.filter(verb__in=["dealers.seal_record", "dealers.unseal_record"]).order_by("id")
    assert [(line.outcome, line.record) for line in lines] == [("done", f"dealers.recordseal:{kept.pk}")] * 2


def test_no_pointer_leads_to_it_any_more(sal, ray, otis, west_end, ferry):
    """What was told before is taken back, and whoever asks now is told nothing."""
    same = {"last_name": "Moss", "first_name": "Ann", "phone": "802-555-0177"}
    hidden = logged(ray, west_end, **same)
    asking = logged(otis, ferry, **same)
    services.find_duplicates(by=otis, dealer=asking, at=NOON)
    assert Pointer.objects.given(otis).count() == 1
    seal(sal, hidden)
    again = logged(otis, ferry, **same)
    services.find_duplicates(by=otis, dealer=again, at=NOON)
    assert not Pointer.objects.visible_to(otis).exists()
    assert not Pointer.objects.filter(asked_with=again).exists()
