"""Two days of birth: the same, written differently, or somebody else's."""

from dealers import spoken

A_GENERATION = 15  # years from which on two of one name and house are parent and child


def digits(born):
    return f"{born[0]:04}{born[1]:02}{born[2]:02}"


def weigh(one, other):
    """How much two days of birth speak for one person, in bits, and in words (empty where they say nothing)."""
    if one == other and one[2]:
        return 12.0, f"same date of birth {spoken.birth(*one)}"
    if one[2] and other[2]:
        return weigh_days(one, other)
    return weigh_parts(one, other)


def weigh_days(one, other):
    if one[0] == other[0] and one[1:] == other[:0:-1]:
        return 9.0, "day and month of birth swapped"
    wrong = [(a, b) for a, b in zip(digits(one), digits(other), strict=True) if a != b]
    if len(wrong) == 1:
        return 8.0, f"date of birth one digit apart ({spoken.birth(*one)} / {spoken.birth(*other)})"
    if len(wrong) == 2 and wrong[0] == wrong[1][::-1]:
        return 8.0, f"date of birth with two digits turned round ({spoken.birth(*one)} / {spoken.birth(*other)})"
    agreeing = max(in_common(one, other), in_common(one, (other[0], other[2], other[1])))
    if agreeing == 2:
        return 4.0, f"date of birth nearly the same ({spoken.birth(*one)} / {spoken.birth(*other)})"
    if agreeing == 1:
        return -2.0, ""
    return (-5.0, "") if abs(one[0] - other[0]) <= A_GENERATION else (-9.0, "")


def in_common(one, other):
    return sum(a == b for a, b in zip(one, other, strict=True))


def weigh_parts(one, other):
    """Of at least one only the year, or year and month, is known."""
    apart = abs(one[0] - other[0])
    if apart:
        return (0.0, "") if apart == 1 else (-6.0, "")
    if not (one[1] and other[1]):
        return 4.0, f"same year of birth {one[0]}"
    return (7.0, f"same month of birth, {spoken.birth(*one[:2])}") if one[1] == other[1] else (-3.0, "")
