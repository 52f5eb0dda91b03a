"""The order of people within the layers of a drawing, so that few lines cross.

Sugiyama's sweeps (IEEE Transactions on Systems, Man and Cybernetics 11, 1981): each layer in the order of the mean
place of those its people are tied to, from side to side, until the best order met is kept.
"""

SWEEPS = 12


def arranged(network, layer_of):
    """Lists of places, a list per layer from the top; `layer_of` has the layer's number of each place."""
    layers = [[place for place in range(network.n) if layer_of[place] == number] for number in range(4)]
    best = count = None
    for sweep in range(SWEEPS):
        found = crossings(network, layers)
        if count is None or found < count:
            best, count = [list(layer) for layer in layers], found
        swept(network, layers, upward=sweep % 2 == 1)
    return best


def swept(network, layers, *, upward):
    """Orders every layer in turn by where its people's contacts stand in all the layers."""
    across = where(layers)
    for layer in reversed(layers) if upward else layers:
        layer.sort(key=lambda place: (mean_place(network.neighbours[place], across, place), place))
        across |= where([layer])


def where(layers):
    """{place: how far to the right in its layer, 0 to 1}."""
    return {place: (seat + 0.5) / len(layer) for layer in layers for seat, place in enumerate(layer)}


def mean_place(contacts, across, own):
    return round(sum(across[place] for place in contacts) / len(contacts), 9) if contacts else across[own]


def crossings(network, layers):
    """How many pairs of lines between neighbouring or further layers cross, by the order of their ends."""
    across = where(layers)
    level = {place: number for number, layer in enumerate(layers) for place in layer}
    between: dict[tuple, list] = {}
    for one, other in network.ends.tolist():
        upper, lower = sorted((one, other), key=lambda place: level[place])
        if level[upper] != level[lower]:
            between.setdefault((level[upper], level[lower]), []).append((across[upper], across[lower]))
    return sum(turned_round(sorted(lines)) for lines in between.values())


def turned_round(lines):
    """Of lines in order of their upper ends, how many pairs have their lower ends the other way round."""
    return sum(
        later[1] < line[1] and later[0] > line[0]
        for number, line in enumerate(lines) for later in lines[number + 1 :]
    )  # fmt: skip
