"""dealers.matching over a list: who in it is one person, also by way of a third row."""

from dealers.matching import LIKELY, Person, alike_among

ORCHARD = "12 Orchard Lane, Otter Falls VT 05700"
WRITTEN = Person("2", "Wyckham", "Jonathan", born=((1988, 7, 14),), addresses=(ORCHARD,))
MOVED = Person("3", "Wyckham", "Jonathan", born=((1988, 7, 14),), addresses=("3 Mill Road, Rutland VT 05701",))
HALF = Person("4", "Wickam", "Jon", addresses=(ORCHARD,))
STRANGER = Person("5", "Tellier", "Ruth", born=((1971, 1, 2),), addresses=(ORCHARD,))


def pairs(*persons):
    return {(one, other): likeness for one, other, likeness in alike_among(list(persons))}


def test_two_that_are_like_a_third_are_one_person_too():
    direct, all_three = pairs(MOVED, HALF), pairs(WRITTEN, MOVED, HALF)
    assert ("3", "4") not in direct
    assert all_three["3", "4"].reasons == ("both are like row 2",)
    assert LIKELY <= all_three["3", "4"].score <= min(all_three["2", "3"].score, all_three["2", "4"].score)


def test_each_pair_is_told_once_the_first_of_the_list_first():
    told = [(one, other) for one, other, _ in alike_among([HALF, MOVED, WRITTEN, STRANGER])]
    assert len(told) == len({frozenset(pair) for pair in told}) == 3
    assert ("4", "3") in told


def test_who_lives_in_the_same_house_is_not_one_person():
    assert not any("5" in pair for pair in pairs(WRITTEN, MOVED, HALF, STRANGER))
