"""How well the same people are found again among those who only resemble them."""

import time
from dataclasses import replace

import pytest

from dealers import matching
from tests.bench import corrupted

pytestmark = pytest.mark.bench
SIZE = 6_000


@pytest.fixture
def tell(capsys):
    def line(words):
        with capsys.disabled():
            print(f"\n  {words}", end="")  # noqa: T201

    return line


def judged(people, pairs):
    start = time.perf_counter()
    found = [(one, other) for one, other, _ in matching.alike_among(people)]
    rate = len(people) / (time.perf_counter() - start)
    recall, precision = corrupted.told(found, pairs)
    return recall, precision, rate


SETS = {
    "one or two things wrong": {"most": 2},
    "up to four things wrong": {"most": 4},
    "without phone, plate, sex, middle name": {
        "most": 2,
        "without": {"phones": (), "plates": (), "sex": "", "middle_name": "", "suffix": ""},
    },
    "without day of birth": {"most": 2, "without": {"born": (), "plates": ()}},
}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("seed", [7, 17])
def test_the_same_people_are_found_again(name, seed, tell):
    kind = SETS[name]
    people, pairs = corrupted.people(SIZE, seed, most=kind["most"])
    people = [replace(person, **kind.get("without", {})) for person in people]
    recall, precision, rate = judged(people, pairs)
    tell(f"{name}: recall {recall:.3f}, precision {precision:.3f}, {rate:,.0f} rows a second")
    assert recall >= 0.95
    assert precision >= 0.95
