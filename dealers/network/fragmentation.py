"""How far a network has fallen apart: Borgatti, Identifying sets of key players, CMOT 12 (2006).

F = 1 - sum s(s-1) / (n(n-1)), s the sizes of the components: the share of pairs who can not reach each other. After a
removal n is the number of people who are left, not of those there were; so says Borgatti, and so do the figures
published for real networks. `apart` is the same with the n from before: it never falls, whoever is removed.
"""


def in_reach(sizes):
    """How many ordered pairs can reach each other, in components of these sizes."""
    return sum(size * (size - 1) for size in sizes)


def fragmentation(sizes):
    """F of those who are left. None for fewer than two: there is no pair."""
    left = sum(sizes)
    return 1 - in_reach(sizes) / (left * (left - 1)) if left > 1 else None


def apart(sizes, before):
    """The share of the pairs of `before` people who can not reach each other now: one is gone, or no way leads."""
    return 1 - in_reach(sizes) / (before * (before - 1)) if before > 1 else None


def sizes_without(network, removed=()):
    """Sizes of the components that are left when these places are gone, largest first."""
    seen = set(removed)
    sizes = []
    for start in range(network.n):
        if start not in seen:
            before = len(seen)
            reach(network.neighbours, start, seen)
            sizes.append(len(seen) - before)
    return sorted(sizes, reverse=True)


def reach(neighbours, start, seen):
    """Adds to `seen` everybody whom ways from `start` lead to."""
    seen.add(start)
    waiting = [start]
    while waiting:
        found = [other for other in neighbours[waiting.pop()] if other not in seen]
        seen.update(found)
        waiting += found
