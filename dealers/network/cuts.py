"""What every single removal would leave, from one walk: the search for key players asks it thousands of times.

Hopcroft and Tarjan's depth-first search (CACM 16, 1973): whom a step of the walk leads to, and who is behind, is cut
off from the rest without the person stepped from, unless a way leads back to before.
"""


def pairs_left(neighbours, removed=()):
    """Of each place, how many ordered pairs can reach each other when it goes too; None for those `removed` already.

    `neighbours` are lists of places, by place.
    """
    walk = Walk(neighbours, removed)
    groups = [walk.through(start) for start in range(len(neighbours)) if not walk.order[start]]
    total = sum(len(group) * (len(group) - 1) for group in groups)
    left = [None] * len(neighbours)
    for group in groups:
        others = len(group) - 1
        elsewhere = total - (others + 1) * others
        for place in group:
            rest = others - walk.behind[place]
            left[place] = elsewhere + walk.held[place] + rest * (rest - 1)
    return left


class Walk:
    """Through everybody; knows how many people each place cuts off, and how many pairs these are in their parts."""

    def __init__(self, neighbours, removed):
        count = len(neighbours)
        self.neighbours = neighbours
        self.order = [0] * count  # when the walk came there; 0: not yet
        for place in removed:
            self.order[place] = count + 1  # later than anybody: been there, and no way back
        self.back = [0] * count  # the earliest that ways lead back to
        self.size = [1] * count  # people in the part of the walk that begins there
        self.behind, self.held = [0] * count, [0] * count

    def through(self, start):
        """The component of `start`. One loop with its names at hand: it is what the search spends its time in."""
        neighbours, order, back = self.neighbours, self.order, self.back
        here, earliest, way = start, 1, iter(neighbours[start])
        order[start] = 1
        group, path = [start], []
        while True:
            for other in way:
                when = order[other]
                if not when:
                    path.append((here, way))
                    back[here] = earliest
                    group.append(other)
                    here, earliest, way = other, len(group), iter(neighbours[other])
                    order[other] = earliest
                    break
                if when < earliest:
                    earliest = when
            else:
                if not path:
                    return group
                (before, way), ended = path.pop(), here
                here, earliest = before, self.step_back(before, ended, earliest)

    def step_back(self, before, ended, earliest):
        """From `ended` to `before`; the earliest that ways lead back to from there, as far as is known."""
        size = self.size[ended]
        self.size[before] += size
        if earliest < self.order[before]:
            return min(earliest, self.back[before])
        self.behind[before] += size
        self.held[before] += size * (size - 1)
        return self.back[before]
