"""dealers.log_involvement and correct_involvement: a part in a further market, its reach and its basis."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers import services
from dealers.models import Dealer
from dmi.audit.models import AuditEntry
from markets import services as places
from tests.conftest import NOON, TODAY
from tests.dealers.facts import GRADED, correct


def log(by, dealer, market, **facts):
    said = {"role": "connector", "from_on": date(2025, 11, 1), "buyers_served": 30, "share_from_out_of_town": 70}
    return services.log_involvement(by=by, dealer=dealer, market=market, at=NOON, **{**said, **GRADED, **facts})


@pytest.fixture
def rays_ferry(sue, ray, ferry):
    places.assign_officer(by=sue, market=ferry, officer=ray, on=TODAY)
    return ferry


def test_a_part_in_a_further_market_opens_the_record_to_who_works_there(ray, otis, farrow, rays_ferry):
    assert not Dealer.objects.visible_to(otis).contains(farrow)
    part = log(ray, farrow, rays_ferry)
    assert (part.buyers_served, part.share_from_out_of_town, part.is_active, part.grade) == (30, 70, True, "B2")
    assert Dealer.objects.visible_to(otis).contains(farrow)


def test_of_a_dealer_in_two_markets_each_side_sees_its_own_part(client, ray, otis, farrow, rays_ferry):
    log(ray, farrow, rays_ferry)
    client.force_login(otis)
    page = client.get(farrow.get_absolute_url()).content.decode()
    assert "30 buyers a week" in page
    assert "West End" not in page


def test_a_market_that_one_does_not_work_is_not_found(ray, sal, farrow, ferry):
    for by in (ray, sal):
        with pytest.raises(Http404):
            log(by, farrow, ferry)


def test_one_part_in_a_market_at_a_time(ray, farrow, west_end):
    with pytest.raises(IntegrityError):
        log(ray, farrow, west_end)
    correct("involvement", ray, farrow.involvements.get(), until_on=TODAY)
    assert log(ray, farrow, west_end).pk


def test_a_beginning_to_come_is_refused(ray, farrow, rays_ferry):
    with pytest.raises(ValidationError, match="still to come"):
        log(ray, farrow, rays_ferry, from_on=date(2026, 3, 4))


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ({"until_on": date(2026, 3, 2)}, "ends before it begins, on 3 March 2026"),
        ({"until_on": date(2026, 3, 4)}, "still to come"),
        ({"from_on": date(2026, 3, 4)}, "still to come"),
        ({"from_on": date(1850, 3, 4)}, "before 1900"),
    ],
)
def test_days_that_can_not_be_are_refused(ray, farrow, days, why):
    with pytest.raises(ValidationError, match=why):
        correct("involvement", ray, farrow.involvements.get(), **days)


def test_a_part_may_rest_without_being_over(client, ray, farrow):
    correct("involvement", ray, farrow.involvements.get(), is_active=False)
    client.force_login(ray)
    assert "Not dealing now" in client.get(farrow.get_absolute_url()).content.decode()


def test_otis_tells_nothing_of_farrow(otis, farrow, ferry):
    with pytest.raises(Http404):
        log(otis, farrow, ferry)


def test_the_trail_has_one_line(ray, farrow, rays_ferry):
    part = log(ray, farrow, rays_ferry)
    [line] = AuditEntry.objects.filter(verb="dealers.log_involvement")
    assert (line.outcome, line.record) == ("done", f"dealers.involvement:{part.pk}")
    assert line.others["market"] == f"markets.market:{rays_ferry.pk}"


def test_how_supply_comes_in_and_who_uses_is_told_in_words(client, ray, farrow):
    supply = {"route": "Route 7 by Albany", "carrier": "bus", "trips": "weekly", "uses_what_is_sold": True}
    part = correct("involvement", ray, farrow.involvements.get(), **supply)
    assert part.supply == "Route 7 by Albany; Bus; Several a month"
    client.force_login(ray)
    page = client.get(farrow.get_absolute_url()).content.decode()
    assert "Uses what is sold" in page
    assert part.supply in page


def test_not_known_whether_somebody_uses_is_not_no(client, ray, farrow):
    """By JSON null is sent, from the page the choice "Not known"."""
    client.force_login(ray)
    part = farrow.involvements.get()
    address = f"/api/dealers/{farrow.pk}/involvement/{part.pk}/correct/"
    for sent in (True, False, None):
        answer = client.post(address, {"uses_what_is_sold": sent}, content_type="application/json")
        assert (answer.status_code, answer.json()["uses_what_is_sold"]) == (200, sent), answer.content
