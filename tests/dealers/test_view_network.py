"""dealers.view_network: who is near, two steps out, in a drawing and in its tables."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dealers import neighbours, services
from dealers.models import Tie
from dealers.network import MOST_FAR, MOST_NEAR, WIDE, Bond, surroundings
from dmi.audit.models import AuditEntry
from tests.conftest import NOON, TODAY, logged


def tie(by, dealer, other, kind="phone", validity="2", **facts):
    said = {"seen_on": TODAY, "basis": "Eleven calls", "reliability": "B", "validity": validity, "at": NOON, **facts}
    return services.log_tie(by=by, dealer=dealer, other=other, kind=kind, **said)


@pytest.fixture
def kessler(ray, sal, west_end):
    dealer = logged(ray, west_end, last_name="Kessler", first_name="Wade")
    return services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)


@pytest.fixture
def chain(ray, farrow, whitlow, kessler):
    """Farrow knows Whitlow, Whitlow knows Kessler."""
    return tie(ray, farrow, whitlow, strength=11), tie(ray, whitlow, kessler, kind="supplies", validity="4")


def around(dealer, officer, **narrowed):
    return neighbours.around(dealer, officer, Tie.objects.visible_to(officer).filter(**narrowed))


def test_two_steps_are_drawn_and_told(ray, chain, farrow, whitlow, kessler):
    near = around(farrow, ray)
    assert [person for _, person in near.near] == [whitlow]
    assert [person for _, person in near.far] == [kessler]
    assert near.own == [(chain[0], whitlow)]
    assert near.among == [chain[1]]


def test_the_page_says_everything_of_a_tie(client, ray, chain, farrow):
    client.force_login(ray)
    page = client.get(f"/dealers/{farrow.pk}/network/").content.decode()
    for said in ("Dana Whitlow", "Wade Kessler", "Phone contact", "Eleven calls", "Det. Ray Dunmore", "not ranked"):
        assert said in page
    assert "A lead for review, not evidence." in page
    [line] = AuditEntry.objects.filter(verb="dealers.view_network")
    assert (line.badge, line.outcome, line.record) == ("114", "read", f"dealers.dealer:{farrow.pk}")


def test_it_is_narrowed_by_kind_and_grade(client, ray, chain, farrow, whitlow):
    client.force_login(ray)
    asked = client.get(f"/dealers/{whitlow.pk}/network/?kind=supplies").content.decode()
    assert "Wade Kessler" in asked
    assert "Cody Farrow" not in asked
    graded = client.get(f"/dealers/{whitlow.pk}/network/?grade=probable").content.decode()
    assert "Cody Farrow" in graded
    assert "Wade Kessler" not in graded
    assert "No tie you may see fits" in client.get(f"/dealers/{farrow.pk}/network/?kind=kin").content.decode()


def test_nobody_whom_one_may_not_see_is_near_at_any_step(client, ray, sue, chain, farrow, whitlow, alley):
    tie(sue, whitlow, alley)
    assert alley in [person for _, person in around(farrow, sue).far]
    client.force_login(ray)
    assert "Alley" not in client.get(f"/dealers/{farrow.pk}/network/").content.decode()


def test_otis_and_pat_find_no_page(client, otis, pat, farrow):
    for reader, status in ((otis, 404), (pat, 403)):
        client.force_login(reader)
        assert client.get(f"/dealers/{farrow.pk}/network/").status_code == status


def test_more_ties_ask_no_more_often(client, ray, sal, west_end, chain, farrow, whitlow):
    client.force_login(ray)
    counts = []
    for number in (1, 4):
        for each in range(number):
            person = logged(ray, west_end, last_name=f"Person{number}{each}")
            services.approve_predicate(by=sal, dealer=person, is_lawfully_acquired=True, at=NOON)
            tie(ray, farrow, person)
            tie(ray, whitlow, person)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/dealers/{farrow.pk}/network/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def star(near, far_each=0):
    bonds = [Bond("farrow", f"n{number}") for number in range(near)]
    return bonds + [Bond(f"n{number}", f"f{number}-{each}") for number in range(near) for each in range(far_each)]


def test_everybody_drawn_stands_inside_the_drawing_and_apart():
    drawing = surroundings("farrow", star(6, 3))
    spots = [drawing.centre, *drawing.ring, *drawing.far]
    assert len(spots) == 1 + 6 + 18
    assert all(0 < spot.x < WIDE and drawing.top < spot.y < drawing.top + drawing.height for spot in spots)
    places = [(spot.x, spot.y) for spot in spots]
    apart = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a in places for b in places if a < b]
    assert min(apart) > 24


@pytest.mark.parametrize(("near", "each"), [(1, 1), (1, 5), (2, 9), (12, 1), (3, 0)])
def test_a_second_step_stands_apart_wherever_its_friends_sit(near, each):
    drawing = surroundings("farrow", star(near, each))
    places = [(spot.x, spot.y) for spot in drawing.far]
    assert len(set(places)) == near * each
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 40 for a in places for b in places if a < b)


def test_a_second_step_too_large_to_read_is_counted_not_drawn():
    drawing = surroundings("farrow", star(4, 6))
    assert (drawing.far, drawing.too_far) == ((), 24)
    assert MOST_FAR < 24


def test_the_strongest_are_drawn_where_there_are_too_many():
    drawing = surroundings("farrow", [Bond("farrow", f"n{number}", strength=number + 1) for number in range(20)])
    assert len(drawing.ring) == MOST_NEAR
    assert drawing.left_out == 20 - MOST_NEAR
    assert "n19" in {spot.key for spot in drawing.ring}
