"""The table of states as it is shown: lines for the page and the API, a drawing, and the text of docs/cases.md.

`manage.py print_states` prints that text; a test holds the file to it.
"""

from dataclasses import dataclass

from dealers.cases.guards import words_of
from dealers.cases.states import FINAL, TRANSITIONS, State, Transition
from dmi.accounts.roles import holders

WIDTH, HEIGHT = 160, 40
COLUMN, ROW = 208, 100
EDGE, TIP = 8, 6  # from the frame; what an arrow stops short by
# Where a state stands in the drawing: column, row.
PLACES = {
    State.RETURNED: (1, 0),
    State.DECLINED: (2, 0),
    State.DRAFT: (0, 1),
    State.EVIDENCE_READY: (1, 1),
    State.PROSECUTOR_REVIEW: (2, 1),
    State.APPROVED: (3, 1),
    State.CONVERTED: (4, 1),
    State.ACTIVATED: (1, 2),
    State.ACTIVATION_REQUESTED: (2, 2),
    State.BANKED: (3, 2),
    State.RELEASED: (4, 2),
    State.CHARGED: (1, 3),
    State.DISPOSED: (2, 3),
    State.EXPIRED: (4, 3),
}


@dataclass(frozen=True)
class Box:
    label: str
    column: int
    row: int
    is_final: bool
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def x(self):
        return EDGE + self.column * COLUMN

    @property
    def y(self):
        return EDGE + self.row * ROW

    @property
    def middle(self):
        return self.x + WIDTH // 2, self.y + HEIGHT // 2 + 5


@dataclass(frozen=True)
class Arrow:
    """A line from box to box, and where its number stands: that of the act in the table."""

    number: int
    label: str
    path: str
    x: float
    y: float


def lines():
    """Each transition with its conditions in words and the roles whose act it is."""
    return [
        {
            "number": number,
            "verb": way.verb,
            "words": way.words,
            "sources": [State(source).label for source in way.sources],
            "target": State(way.target).label,
            "guards": [words_of(guard) for guard in way.guards],
            "roles": [role.label for role in holders(f"cases.{way.verb}")],
            "writes": way.writes,
        }
        for number, way in enumerate(TRANSITIONS, start=1)
    ]


def mermaid():
    arrows = [
        f"    {source} --> {way.target}: {way.words}" for way in drawn() for source in way.sources
    ]  # fmt: skip
    names = [f'    state "{state.label}" as {state}' for state in State]
    ends = [f"    {state} --> [*]" for state in State if state in FINAL]
    return "\n".join(["stateDiagram-v2", "    direction LR", *names, "    [*] --> draft", *arrows, *ends])


def drawn() -> list[Transition]:
    """Every transition but expiry, which leads from everywhere before the charge and would cover the rest."""
    return [way for way in TRANSITIONS if way.target != State.EXPIRED]


def page():
    """The text of docs/cases.md."""
    return TEXT.format(mermaid=mermaid(), rows="\n".join(row(line) for line in lines()))


def row(line):
    cells = (
        line["words"], ", ".join(line["sources"]), line["target"], ", ".join(line["roles"]).lower(),
        " ".join(line["guards"]), line["writes"],
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


TEXT = """# The states of a case

Written by `manage.py print_states` from the table in `dealers/cases/states.py`; the page /cases/states/ shows the
same. Whatever runs out of its limitation before a prosecution commenced expires by the clock, from every state before
the charge; the drawing leaves that out.

```mermaid
{mermaid}
```

| Act | From | To | By | What must hold | What is written besides |
|---|---|---|---|---|---|
{rows}
"""


# The drawing


def drawing():
    """Boxes and arrows in one coordinate system, with its size."""
    boxes = {state: Box(state.label, *PLACES[state], state in FINAL) for state in State}
    numbers = {way.verb: number for number, way in enumerate(TRANSITIONS, start=1)}
    edges = [(way, source) for way in drawn() for source in way.sources]
    arrows = [
        arrow(numbers[way.verb], way.words, boxes[source], boxes[way.target], lane=place % 7 - 3)
        for place, (way, source) in enumerate(edges)
    ]
    return {
        "boxes": list(boxes.values()), "arrows": arrows,
        "width": max(box.x for box in boxes.values()) + WIDTH + EDGE,
        "height": max(box.y for box in boxes.values()) + HEIGHT + EDGE,
    }  # fmt: skip


def arrow(number, label, start, end, lane):
    """Straight to a box beside it; else by the lanes between the rows and columns, so that no box is crossed."""
    if start.row == end.row:
        return Arrow(number, label, *beside(start, end))
    return Arrow(number, label, *around(start, end, 7 * lane))


def beside(start, end):
    forward = end.x > start.x
    y = start.y + HEIGHT // 2 + (-7 if forward else 7)
    x1, x2 = (start.x + WIDTH, end.x - TIP) if forward else (start.x, end.x + WIDTH + TIP)
    return f"M{x1},{y} H{x2}", (x1 + x2) / 2, y + (-4 if forward else 13)


def around(start, end, shift):
    down = end.row > start.row
    x1, x2 = start.middle[0] + shift, end.middle[0] + shift
    y1, y2 = start.y + (HEIGHT if down else 0), end.y + (-TIP if down else HEIGHT + TIP)
    half = (ROW - HEIGHT) // 2 * (1 if down else -1)
    leaves, comes = y1 + half + shift, y2 - half + shift
    if abs(end.row - start.row) == 1:
        way = f"M{x1},{y1} V{leaves} H{x2} V{y2}"
        return (way, x1 + 8, (y1 + y2) / 2) if x1 == x2 else (way, (x1 + x2) / 2, leaves - 4)
    side = (
        end.x + (COLUMN + WIDTH) // 2 + shift if start.column >= end.column else end.x - (COLUMN - WIDTH) // 2 + shift
    )
    return f"M{x1},{y1} V{leaves} H{side} V{comes} H{x2} V{y2}", (x1 + side) / 2, leaves - 4
