"""People as bodies that push each other away while ties pull them together.

Fruchterman and Reingold, Software: Practice and Experience 21 (1991), with a pull to the middle that keeps groups
without a tie to the rest in the frame; at last whoever stands too close is pushed apart.
"""

from math import ceil, sqrt

import numpy as np
from scipy.spatial import KDTree

STEPS = 120
FIRST_STEP = 0.12  # how far anybody moves at first, in frames; less with every step
TO_THE_MIDDLE = 0.6
ROOMY = 0.06  # between two people of a small network; of a large one what the frame has
SHARE = 0.6  # of what each would have in a full frame
ROUNDS = 300
IN_A_ROW = 16  # people without ties; more where there are hundreds
ROW = 0.09  # of the frame


def drawn_together(network):
    """An array of x and y, 0 to 1, by place. Who is tied to nobody stands in rows at the foot: forces would throw them
    far out.
    """
    alone = np.flatnonzero(network.degrees == 0)
    tied = network.without(network.people[place] for place in alone.tolist())
    rows = ceil(len(alone) / max(IN_A_ROW, sqrt(3 * len(alone))))
    foot = min(rows * ROW, max(ROW, len(alone) / network.n)) if tied.n else 1.0
    points = np.empty((network.n, 2))
    points[network.degrees > 0] = settled(tied) * (1, 1 - foot)
    for row in range(rows):
        seated = alone[row::rows]
        across = (np.arange(len(seated)) + 0.5) / len(seated)
        points[seated] = np.column_stack(
            [across, np.full(len(seated), 1 - foot * (rows - 1 - row if tied.n else rows - 0.5 - row) / rows)]
        )
    return kept_apart(points)


def settled(network):
    """Everybody where the forces leave them, the frame filled."""
    if not network.n:
        return np.empty((0, 2))
    points = seats(network)
    for step in range(STEPS):
        moves = pulls(network, points)
        length = np.hypot(*moves.T)[:, None]
        points = points + moves / np.maximum(length, 1e-9) * np.minimum(length, FIRST_STEP * (1 - step / STEPS))
    return fitted(points)


def seats(network):
    """On a circle, each group side by side, in the order that ways through it come to its people."""
    order = [place for group in network.components for place in walk(network.neighbours, group[0])]
    turns = np.empty(network.n)
    turns[order] = 2 * np.pi * np.arange(network.n) / network.n
    return 0.5 + 0.4 * np.column_stack([np.cos(turns), np.sin(turns)])


def walk(neighbours, start):
    met = {start: None}
    for place in (waiting := [start]):
        new = [other for other in neighbours[place] if other not in met]
        met.update(dict.fromkeys(new))
        waiting += new
    return met


def pulls(network, points):
    """Where each is pushed and pulled to, and how far."""
    apart = 1 / np.sqrt(network.n)
    x, y = points.T
    across, down = x[:, None] - x, y[:, None] - y
    push = apart**2 / np.maximum(across**2 + down**2, 1e-6)
    moves = np.column_stack([(across * push).sum(axis=1), (down * push).sum(axis=1)])
    one, other = network.ends.T
    between = points[other] - points[one]
    pull = between * (np.hypot(*between.T) / apart)[:, None]
    np.add.at(moves, one, pull)
    np.subtract.at(moves, other, pull)
    return moves - TO_THE_MIDDLE * (points - 0.5)


def fitted(points):
    """Into the frame, each side filled."""
    low, high = points.min(axis=0), points.max(axis=0)
    return (points - low) / np.maximum(high - low, 1e-9)


def kept_apart(points):
    """Pushes whoever stands too close away from each other, and back into the frame, until nobody does."""
    room = min(ROOMY, SHARE / np.sqrt(max(len(points), 1)))
    for _ in range(ROUNDS):
        close = KDTree(points).query_pairs(room * 0.999, output_type="ndarray")
        if not close.size:
            break
        one, other = close[np.lexsort(close.T[::-1])].T
        between = points[other] - points[one]
        between[~between.any(axis=1)] = (1e-3, 1e-3)
        length = np.hypot(*between.T)[:, None]
        step = between / length * (room * 1.05 - length) / 2
        points = points.copy()
        np.add.at(points, other, step)
        np.subtract.at(points, one, step)
        points = np.clip(points, 0, 1)
    return points
