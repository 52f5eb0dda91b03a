"""The drawing of a neighbourhood: who is on it, where, and which lines."""

from itertools import combinations

import pytest

from dealers.network import MOST, WIDTH, Bond, neighbourhood


def names(spots):
    return {spot.key for spot in spots}


def ends(line):
    return frozenset([(line.x1, line.y1), (line.x2, line.y2)])


def between(drawing, a, b):
    spots = {spot.key: (spot.x, spot.y) for spot in (drawing.centre, *drawing.ring)}
    return next(line for line in drawing.lines if ends(line) == {spots[a], spots[b]})


def test_somebody_without_ties_stands_alone():
    drawing = neighbourhood("farrow", [])
    assert drawing.centre.key == "farrow"
    assert (drawing.ring, drawing.lines, drawing.left_out) == ((), (), 0)


def test_a_single_tie_takes_less_room_than_a_full_ring():
    few, many = (neighbourhood("farrow", [Bond("farrow", str(n)) for n in range(number)]) for number in (1, MOST))
    assert few.height < many.height


def test_who_is_tied_to_the_centre_is_drawn_and_nobody_else():
    drawing = neighbourhood("farrow", [Bond("farrow", "kessler"), Bond("hale", "kessler"), Bond("dufour", "crowe")])
    assert names(drawing.ring) == {"kessler"}
    assert len(drawing.lines) == 1


def test_ties_between_the_neighbours_are_drawn():
    bonds = [Bond("farrow", "kessler"), Bond("holcomb", "farrow"), Bond("holcomb", "kessler")]
    drawing = neighbourhood("farrow", bonds)
    for a, b in combinations(["farrow", "holcomb", "kessler"], 2):
        assert between(drawing, a, b)


def test_several_ties_between_two_are_one_thicker_line():
    once = neighbourhood("farrow", [Bond("farrow", "kessler", 4)])
    twice = neighbourhood("farrow", [Bond("farrow", "kessler", 4), Bond("kessler", "farrow", 5)])
    assert len(twice.lines) == 1
    assert twice.lines[0].width > once.lines[0].width


@pytest.mark.parametrize(("told", "is_weak"), [([False], True), ([False, True], False), ([True], False)])
def test_a_line_is_dashed_when_none_of_its_ties_is_probable(told, is_weak):
    drawing = neighbourhood("farrow", [Bond("farrow", "arden", is_probable=probable) for probable in told])
    assert between(drawing, "farrow", "arden").is_weak is is_weak


def test_who_is_tied_to_each_other_sits_side_by_side():
    bonds = [Bond("farrow", name, strength) for name, strength in [("a", 9), ("b", 8), ("c", 7), ("d", 6), ("e", 1)]]
    seats = [spot.key for spot in neighbourhood("farrow", [*bonds, Bond("a", "e")]).ring]
    assert abs(seats.index("a") - seats.index("e")) == 1


def test_the_strongest_are_drawn_and_the_rest_is_counted():
    bonds = [Bond("farrow", f"person {number}", strength=number) for number in range(1, 13)]
    drawing = neighbourhood("farrow", bonds)
    assert names(drawing.ring) == {f"person {number}" for number in range(5, 13)}
    assert drawing.left_out == 12 - MOST


@pytest.mark.parametrize("how_many", range(1, MOST + 1))
def test_shapes_and_names_stay_apart_and_inside(how_many):
    drawing = neighbourhood("farrow", [Bond("farrow", f"person {number}") for number in range(how_many)])
    spots = [drawing.centre, *drawing.ring]
    for a, b in combinations(spots, 2):
        assert abs(a.x - b.x) > 60 or abs(a.y - b.y) > 30
    for spot in spots:
        assert 40 <= spot.x <= WIDTH - 40
        assert drawing.top < spot.top
        assert drawing.top + 12 < spot.label_y < drawing.top + drawing.height - 4


def test_the_same_ties_give_the_same_drawing_in_whatever_order_they_come():
    bonds = [Bond("farrow", "a", 2), Bond("b", "farrow", 2), Bond("farrow", "c", 5)]
    assert neighbourhood("farrow", bonds).ring == neighbourhood("farrow", bonds[::-1]).ring
