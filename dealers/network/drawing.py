"""The small drawings of a dossier: a person and those around. A drawing is a lead for review, not evidence."""

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from dealers.network.bonds import Bond, together

WIDTH = 340
CENTRE = (170.0, 114.0)
RADIUS = (120.0, 82.0)  # of the ring; a name of a dozen letters still fits beside its outermost points
MOST = 8  # on the ring; more could not be read
WIDE = 780  # the larger drawing, two steps out
MIDDLE = (390.0, 280.0)
NEAR, FAR = (185.0, 130.0), (330.0, 245.0)  # its rings
MOST_NEAR, MOST_FAR = 12, 18
ABOVE, BELOW = -16.0, 25.0  # from a shape to its name
MARGIN = 14.0  # above and below the outermost name or shape


@dataclass(frozen=True)
class Spot:
    """Where a person stands: a square to draw the shape in, and the middle of the name's line."""

    key: str
    x: float
    y: float
    size: float
    label_y: float

    @property
    def left(self):
        return round(self.x - self.size / 2, 1)

    @property
    def top(self):
        return round(self.y - self.size / 2, 1)


@dataclass(frozen=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    is_weak: bool


@dataclass(frozen=True)
class Drawing:
    centre: Spot
    ring: tuple[Spot, ...]
    lines: tuple[Line, ...]
    left_out: int  # people tied to the centre for whom the ring has no room
    top: float
    height: float  # no taller than what is drawn
    width: int = WIDTH
    far: tuple[Spot, ...] = ()  # people two steps out
    too_far: int = 0  # people two steps out who are not drawn: more than can be read


def neighbourhood(centre: str, bonds: list[Bond]) -> Drawing:
    """A person in the middle, those tied to them on a ring, and every tie between the people drawn."""
    joined = together(bonds)
    strengths = {other: bond.strength for pair, bond in joined.items() for other in pair - {centre} if centre in pair}
    strongest = sorted(strengths, key=lambda other: (-strengths[other], other))
    around = seated(strongest[:MOST], joined)
    spots = {centre: Spot(centre, *CENTRE, size=24, label_y=CENTRE[1] + BELOW + 3)}
    spots |= {key: on_the_ring(key, turn_of(seat, len(around))) for seat, key in enumerate(around)}
    lines = [line(bond, spots) for bond in joined.values() if bond.a in spots and bond.b in spots]
    top, bottom = extent(spots.values())
    left_out = len(strongest) - len(around)
    return Drawing(spots.pop(centre), tuple(spots.values()), tuple(lines), left_out, top, round(bottom - top, 1))


def surroundings(centre: str, bonds: list[Bond]) -> Drawing:
    """Two steps out: those tied to a person on the inner ring, those tied to these on the outer one, if few enough."""
    joined = together(bonds)
    strengths = {other: bond.strength for pair, bond in joined.items() for other in pair - {centre} if centre in pair}
    strongest = sorted(strengths, key=lambda other: (-strengths[other], other))
    around = seated(strongest[:MOST_NEAR], joined)
    turns = {key: turn_of(seat, len(around)) for seat, key in enumerate(around)}
    beyond = turns_beyond(turns, {centre, *strongest}, joined)
    too_far = len(beyond) if len(beyond) > MOST_FAR else 0
    near = {key: on_the_ring(key, turn, MIDDLE, NEAR) for key, turn in turns.items()}
    far = {key: on_the_ring(key, turn, MIDDLE, FAR) for key, turn in apart(beyond).items()} if not too_far else {}
    middle = Spot(centre, *MIDDLE, size=26, label_y=MIDDLE[1] + BELOW + 5)
    spots = {centre: middle, **near, **far}
    lines = [line(bond, spots) for bond in joined.values() if bond.a in spots and bond.b in spots]
    top, bottom = extent(spots.values())
    return Drawing(
        middle, tuple(near.values()), tuple(lines), len(strongest) - len(around), top, round(bottom - top, 1), WIDE,
        tuple(far.values()), too_far,
    )  # fmt: skip


def turns_beyond(turns, known, joined):
    """Who is tied to somebody on the inner ring, and in whose direction: of several the strongest tie's."""
    strongest = sorted(joined.values(), key=lambda bond: (bond.strength, bond.a, bond.b))
    found = {}
    for bond in strongest:
        for near, other in ((bond.a, bond.b), (bond.b, bond.a)):
            if near in turns and other not in known:
                found[other] = turns[near]
    return found


def apart(turns):
    """Each as near to its own direction as its neighbours allow."""
    if not turns:
        return {}
    in_order = sorted(turns, key=lambda key: (turns[key], key))
    gap = 2 * pi / max(len(in_order), 14)
    placed: dict[str, float] = {}
    last = turns[in_order[0]] - gap * (1 + list(turns.values()).count(turns[in_order[0]])) / 2
    for key in in_order:
        last = placed[key] = max(turns[key] - gap / 2, last + gap)
    first = placed[in_order[0]]
    if last - first > 2 * pi - gap:
        return {key: first + place * 2 * pi / len(in_order) for place, key in enumerate(in_order)}
    return placed


def seated(people, joined):
    """Who is tied sits side by side where it can be, so that few lines cross; the strongest first."""
    waiting = list(people)
    seats: list[str] = []
    while waiting:
        last = seats[-1] if seats else None
        tied = (each for each in waiting if frozenset((last, each)) in joined)
        seats.append(next(tied, waiting[0]))
        waiting.remove(seats[-1])
    return seats


def turn_of(seat, of):
    """Clockwise from straight below the centre, which stays free for the name of the centre."""
    return pi / 2 + (seat + 0.5) * 2 * pi / of


def on_the_ring(key, turn, centre=CENTRE, radius=RADIUS):
    x, y = centre[0] + radius[0] * cos(turn), centre[1] + radius[1] * sin(turn)
    return Spot(key, round(x, 1), round(y, 1), size=19, label_y=round(y + (ABOVE if y < centre[1] - 1 else BELOW), 1))


def extent(spots):
    heights = [height for spot in spots for height in (spot.y, spot.label_y)]
    return round(min(heights) - MARGIN, 1), round(max(heights) + MARGIN, 1)


def line(bond, spots):
    a, b = spots[bond.a], spots[bond.b]
    width = min(1 + sqrt(bond.strength), 6)
    return Line(a.x, a.y, b.x, b.y, round(width, 1), is_weak=not bond.is_probable)
