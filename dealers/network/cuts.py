"""What every single removal would leave, from one walk: the search for key players asks it thousands of times.

Hopcroft and Tarjan's depth-first search (CACM 16, 1973): whom a step of the walk leads to, and who is behind, is cut
off from the rest without the person stepped from, unless a way leads back to before.
"""


def pairs_left(neighbours, removed=()):
    """Of each place, how many ordered pairs can reach each other when it goes too; None for those `removed` already.

    `neighbours` are lists of places, by place.
    """
    count = len(neighbours)
    order = [0] * count  # when the walk came there; 0: not yet
    for place in removed:
        order[place] = count + 1  # later than anybody: been there, and no way back
    behind, held = [0] * count, [0] * count
    groups = [walked(neighbours, start, order, behind, held) for start in range(count) if not order[start]]
    total = sum(len(group) * (len(group) - 1) for group in groups)
    left = [None] * count
    for group in groups:
        others = len(group) - 1
        elsewhere = total - (others + 1) * others
        for place in group:
            rest = others - behind[place]
            left[place] = elsewhere + held[place] + rest * (rest - 1)
    return left


def walked(neighbours, start, order, behind, held):
    """The component of `start`. Enters in `behind` how many people each place cuts off, in `held` their pairs."""
    order[start] = 1
    group, path, ways = [start], [start], [iter(neighbours[start])]
    back, size = {start: 1}, {start: 1}  # the earliest that ways lead back to; people in this part of the walk
    while path:
        here = path[-1]
        for other in ways[-1]:
            when = order[other]
            if not when:
                group.append(other)
                order[other] = back[other] = len(group)
                size[other] = 1
                path.append(other)
                ways.append(iter(neighbours[other]))
                break
            if when < back[here]:
                back[here] = when
        else:
            path.pop()
            ways.pop()
            if path:
                step_back(path[-1], here, order, back, size, behind, held)
    return group


def step_back(before, here, order, back, size, behind, held):
    size[before] += size[here]
    if back[here] >= order[before]:
        behind[before] += size[here]
        held[before] += size[here] * (size[here] - 1)
    elif back[here] < back[before]:
        back[before] = back[here]
