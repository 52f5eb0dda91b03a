"""Two names: the same, misspelt, shortened, heard alike, or somebody else's."""

from dealers.matching.sound import sounds_alike
from dealers.matching.spelling import is_slip, likeness
from dealers.nicknames import stand_for_each_other


def weigh_last(one, other):
    """Bits and words for two last names."""
    if one == other:
        return 9.0, "same last name"
    if is_slip(one, other) and min(len(one), len(other)) > 2:
        return 6.5, "last name one letter apart" if not sounds_alike(one, other) else "last name sounds alike"
    if sounds_alike(one, other):
        return 5.0, "last name sounds alike"
    if is_part(one, other):
        return 5.0, "one last name is part of the other"
    alike = likeness(one, other)
    if alike >= 0.9:
        return 4.5, "last name spelt alike"
    return (1.5, "") if alike >= 0.82 else (-6.0, "")


def is_part(one, other):
    """Smith and Smith Jones."""
    mine, theirs = set(one.split()), set(other.split())
    return mine != theirs and (mine < theirs or theirs < mine)


def weigh_first(one, other):
    if one == other:
        return 5.5, "same first name"
    if stand_for_each_other(one, other):
        return 5.0, "nickname or spelling"
    if is_slip(one, other) and min(len(one), len(other)) > 2:
        return 4.5, "nickname or spelling" if sounds_alike(one, other) else "one letter apart"
    if sounds_alike(one, other):
        return 4.0, "sounds alike"
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return 1.5, "same initial"
    if is_part(one, other):
        return 4.0, "one is part of the other"
    alike = likeness(one, other)
    if alike >= 0.9:
        return 3.5, "spelt alike"
    return (0.5, "") if alike >= 0.8 else (-7.0, "")


def weigh_middle(one, other):
    if one == other and len(one) > 1:
        return 4.0, "same middle name"
    if one[0] == other[0] and 1 in (len(one), len(other)):
        return 1.5, "same middle initial"
    if min(len(one), len(other)) > 2 and (is_slip(one, other) or likeness(one, other) >= 0.9):
        return 3.0, "middle name spelt alike"
    return -2.0, ""


def weigh_street_name(one, other):
    if one == other:
        return 9.0, "same street name"
    if is_slip(one, other) and min(len(one), len(other)) > 3:
        return 5.0, "street name one letter apart"
    if sounds_alike(one, other):
        return 4.0, "street name sounds alike"
    return 0.0, ""
