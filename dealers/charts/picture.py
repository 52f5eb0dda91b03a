"""The chart as a drawing in SVG: what the page shows without a script, what is printed, what is taken along."""

from dataclasses import dataclass
from math import hypot, sqrt

from dealers.charts.assembly import Named, Pair
from dealers.charts.measuring import Row
from dealers.models import Involvement
from dmi.templatetags.desk import shape

WIDE, AS_HIGH = 880, 0.66
ROOMY = 60  # people in the smallest frame; more get a larger one
BELOW = 13  # from a shape to the middle of its name
TIP = 7.0
HEAD, FOOT, MARGIN, BETWEEN = 64, 44, 20, 130  # of a drawing that goes alone
OUTLINES = {
    "triangle": ((0, -1), (1, 0.82), (-1, 0.82)),
    "diamond": ((0, -1.12), (1.12, 0), (0, 1.12), (-1.12, 0)),
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
}


@dataclass(frozen=True)
class Spot:
    """A person's shape and name; `state` is self (the middle), gone (removed), faded (cut off by it) or nothing."""

    named: Named
    row: Row
    x: float
    y: float
    state: str

    @property
    def outline(self):
        return outline(shape(self.named.role), self.x, self.y, self.row.size / 2)

    @property
    def is_cross(self):
        return shape(self.named.role) == "cross"

    @property
    def label_y(self):
        return round(self.y + self.row.size / 2 + BELOW, 1)


@dataclass(frozen=True)
class Line:
    pair: Pair
    path: str
    tips: tuple[str, ...]
    width: float
    is_gone: bool


@dataclass(frozen=True)
class Picture:
    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    width: float
    height: float

    @property
    def box(self):
        return f"0 0 {self.width} {self.height}"

    @property
    def sheet(self):
        """With room for words above and the legend below, where the drawing goes alone."""
        return f"0 {-HEAD} {self.width} {self.height + HEAD + FOOT}"

    @property
    def sheet_height(self):
        return self.height + HEAD + FOOT

    @property
    def top(self):
        return -HEAD

    @property
    def legend(self):
        """The shapes in a row below the drawing."""
        return shapes(self.height + FOOT / 2)

    @property
    def shapes(self):
        """The same in a frame of its own."""
        return shapes(10)


def shapes(y):
    """(outline, is a cross, word, x and y of the word) of each part in a market."""
    for number, (role, label) in enumerate(Involvement.Role.choices):
        x, form = MARGIN + number * BETWEEN, shape(role)
        yield outline(form, x, y, 6), form == "cross", label, x + 12, y + 4


def frame_of(people):
    """So large that a crowd has as much room as a few."""
    width = round(WIDE * max(1, sqrt(people / ROOMY)))
    return width, round(width * AS_HIGH)


def picture_of(chart, table, gone=None):
    """`gone`: dealers.charts.Without, to draw what fell apart."""
    width, height = frame_of(len(chart.drawn))
    rows = {row.key: row for row in table.rows}
    removed, cut = (set(gone.found.removed), set(gone.cut_keys)) if gone else (set(), set())
    spots = {}
    for key in chart.drawn:
        point = chart.places[key]
        state = "gone" if key in removed else "faded" if key in cut else "self" if key == chart.asked.around else ""
        spots[key] = Spot(chart.people[key], rows[key], round(point.x * width, 1), round(point.y * height, 1), state)
    lines = tuple(line_of(pair, spots[pair.a], spots[pair.b]) for pair in chart.pairs)
    return Picture(tuple(spots.values()), lines, width, height)


def line_of(pair, one, other):
    ends = {"a": (other, one), "b": (one, other)}
    tips = tuple(tip(*ends[towards]) for towards in pair.towards)
    path = f"M{one.x} {one.y}L{other.x} {other.y}"
    return Line(pair, path, tips, width_of(pair), "gone" in (one.state, other.state))


def width_of(pair):
    return round(min(0.8 + sqrt(pair.strength) / 2, 6), 1)


def tip(start, end):
    """An arrow's head at the rim of the shape it points to."""
    length = hypot(end.x - start.x, end.y - start.y) or 1
    along, across = (end.x - start.x) / length, (end.y - start.y) / length
    rim = end.row.size / 2 + 2
    x, y = end.x - along * rim, end.y - across * rim
    left = x - along * TIP - across * TIP / 2, y - across * TIP + along * TIP / 2
    right = x - along * TIP + across * TIP / 2, y - across * TIP - along * TIP / 2
    return f"M{x:.1f} {y:.1f}L{left[0]:.1f} {left[1]:.1f}L{right[0]:.1f} {right[1]:.1f}z"


def outline(form, x, y, half):
    """The shapes of the badges, around a middle."""
    if form == "circle":
        return f"M{x - half:.1f} {y}a{half} {half} 0 1 0 {2 * half} 0a{half} {half} 0 1 0 {-2 * half} 0z"
    if form == "cross":
        arm = half * 0.8
        rising, falling = (x - arm, y + arm, x + arm, y - arm), (x - arm, y - arm, x + arm, y + arm)
        return "".join(f"M{one:.1f} {two:.1f}L{three:.1f} {four:.1f}" for one, two, three, four in (rising, falling))
    corners = (f"{x + across * half:.1f} {y + down * half:.1f}" for across, down in OUTLINES[form])
    return f"M{'L'.join(corners)}z"
