"""Where people stand in the drawings of a whole network."""

from itertools import combinations
from math import hypot

import networkx as nx
import pytest

from dealers.network import Network, Point, force, layered
from dealers.network.crossings import arranged, crossings
from tests.dealers.network.graphs import network_of

FIFTY = {
    "few ties": nx.gnm_random_graph(50, 60, seed=1),
    "many ties": nx.gnm_random_graph(50, 300, seed=2),
    "a star": nx.star_graph(49),
    "in pieces": nx.disjoint_union_all([nx.complete_graph(20), nx.path_graph(20), nx.empty_graph(10)]),
}
PARTS = ("supplier", "connector", "addict_dealer", "addict_dealer", "addict_dealer", "house_holder")


def roles_of(network):
    return {key: PARTS[number % 6] for number, key in enumerate(network.people)}


@pytest.mark.parametrize("name", FIFTY)
def test_fifty_people_stand_apart_and_within_the_frame(name):
    network = network_of(FIFTY[name])
    for points in (force(network), layered(network, roles_of(network))):
        assert set(points) == set(network.people)
        assert all(0.04 <= each <= 0.96 for point in points.values() for each in (point.x, point.y))
        assert min(hypot(a.x - b.x, a.y - b.y) for a, b in combinations(points.values(), 2)) > 0.05


def test_layers_go_from_suppliers_to_everybody_else():
    network = network_of(FIFTY["few ties"])
    roles = roles_of(network)
    down = {part: [point.y for key, point in layered(network, roles).items() if roles[key] == part] for part in PARTS}
    for upper, lower in zip(("supplier", "connector", "addict_dealer"), PARTS[1:3] + PARTS[5:], strict=True):
        assert max(down[upper]) < min(down[lower])


def test_lines_that_need_not_cross_do_not():
    """Three suppliers, each with a connector of their own, entered in the opposite order."""
    graph = nx.Graph([("s1", "t3"), ("s2", "t2"), ("s3", "t1")])
    network = network_of(graph)
    layers = [0, 0, 0, 1, 1, 1]
    assert crossings(network, [[0, 1, 2], [3, 4, 5], [], []]) == 3
    assert crossings(network, arranged(network, layers)) == 0


def test_who_is_tied_to_nobody_stands_at_the_foot():
    network = network_of(FIFTY["in pieces"])
    points = force(network)
    alone = [points[key].y for key, degree in zip(network.people, network.degrees, strict=True) if not degree]
    assert min(alone) > max(point.y for point in points.values() if point.y not in alone)


@pytest.mark.parametrize("people", [0, 1, 2])
def test_a_network_of_next_to_nobody_is_drawn_in_the_middle(people):
    network = Network.of([], [str(number) for number in range(people)])
    assert set(force(network)) == set(layered(network, {})) == set(network.people)
    if people == 1:
        assert force(network) == layered(network, {}) == {"0": Point(0.5, 0.5)}
