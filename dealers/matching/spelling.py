"""How far two words lie apart in writing. Sources: Damerau 1964 (slips), Jaro 1989 and Winkler 1990 (names)."""

from functools import lru_cache


@lru_cache(maxsize=65_536)
def is_slip(one, other):
    """True when one letter was left out, added, mistaken, or two neighbours changed places."""
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    turned = one[start + 1 : start + 2] + one[start : start + 1] + one[start + 2 :]
    return one[start + 1 :] == other[start + 1 :] or turned == other[start:]


@lru_cache(maxsize=65_536)
def likeness(one, other):
    """Jaro-Winkler: 1 for the same word, 0 for nothing in common; the beginning counts most."""
    common, turned = in_common(one, other)
    if not common:
        return 0.0
    jaro = (common / len(one) + common / len(other) + (common - turned) / common) / 3
    start = next(
        (i for i, (a, b) in enumerate(zip(one[:4], other[:4], strict=False)) if a != b), min(4, len(one), len(other))
    )
    return jaro + start * 0.1 * (1 - jaro)


def in_common(one, other):
    """Letters that both have at about the same place, and how many of those stand in another order."""
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    free = list(other)
    mine, places = [], []
    for i, letter in enumerate(one):
        for j in range(max(0, i - reach), min(i + reach + 1, len(other))):
            if free[j] == letter:
                free[j] = ""
                mine.append(letter)
                places.append(j)
                break
    theirs = [other[j] for j in sorted(places)]
    return len(mine), sum(a != b for a, b in zip(mine, theirs, strict=True)) / 2
