"""The coverage curve as a drawing: how much falls apart the more people are removed, best first and at random."""

from dataclasses import dataclass

WIDTH, HEIGHT = 620, 230
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 30


@dataclass(frozen=True)
class Step:
    removed: int
    best: float
    brokers: float
    random: float
    low: float
    high: float


@dataclass(frozen=True)
class Curve:
    """Paths of the lines in a frame, the marks of both axes, and the numbers for the table."""

    steps: tuple[Step, ...]
    needed: tuple[tuple[float, int | None], ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def most(self):
        return self.steps[-1].removed

    @property
    def best(self):
        return self.path("best")

    @property
    def at_random(self):
        return self.path("random")

    @property
    def interval(self):
        """Along the upper limit and back along the lower one."""
        there = [self.point(step.removed, step.high) for step in self.steps]
        back = [self.point(step.removed, step.low) for step in reversed(self.steps)]
        return f"M{'L'.join([*there, *back])}z"

    def path(self, name):
        return f"M{'L'.join(self.point(step.removed, getattr(step, name)) for step in self.steps)}"

    def point(self, removed, share):
        return f"{self.across(removed)} {self.down(share)}"

    def across(self, removed):
        return round(LEFT + (WIDTH - LEFT - RIGHT) * removed / max(self.steps[-1].removed, 1), 1)

    def down(self, share):
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share), 1)

    @property
    def levels(self):
        """(percent, y) of the lines across."""
        return [(percent, self.down(percent / 100)) for percent in (0, 25, 50, 75, 100)]

    @property
    def marks(self):
        """(people removed, x) below."""
        every = 5 if self.steps[-1].removed > 8 else 1
        return [(step.removed, self.across(step.removed)) for step in self.steps if step.removed % every == 0]


def curve_of(result):
    """None where nothing was counted, or there is nothing to fall apart."""
    counted = (result or {}).get("coverage")
    if not counted or len(counted["steps"]) < 2:
        return None
    return Curve(tuple(Step(*row) for row in counted["steps"]), tuple(tuple(each) for each in counted["needed"]))
