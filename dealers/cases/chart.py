"""The table of states as it is shown: lines for the page and the API, a drawing, and the text of docs/cases.md.

`manage.py print_states` prints that text; a test holds the file to it.
"""

from dataclasses import dataclass

from dealers.cases.guards import words_of
from dealers.cases.states import FINAL, TRANSITIONS, State, Transition
from dmi.accounts.roles import holders

WIDTH, HEIGHT = 168, 40
COLUMN, ROW = 224, 96
# Where a state stands in the drawing: column, row. The way of a banked case runs along row 1.
PLACES = {
    State.DRAFT: (0, 1),
    State.EVIDENCE_READY: (1, 1),
    State.PROSECUTOR_REVIEW: (2, 1),
    State.RETURNED: (1, 0),
    State.DECLINED: (2, 0),
    State.APPROVED: (3, 1),
    State.BANKED: (3, 2),
    State.ACTIVATION_REQUESTED: (2, 2),
    State.ACTIVATED: (1, 2),
    State.CHARGED: (1, 3),
    State.DISPOSED: (0, 3),
    State.RELEASED: (4, 2),
    State.CONVERTED: (3, 3),
    State.EXPIRED: (4, 1),
}


@dataclass(frozen=True)
class Box:
    label: str
    x: int
    y: int
    is_final: bool
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def middle(self):
        return self.x + WIDTH // 2, self.y + HEIGHT // 2 + 5


@dataclass(frozen=True)
class Arrow:
    label: str
    path: str


def lines():
    """Each transition with its conditions in words and the roles whose act it is."""
    return [
        {
            "verb": way.verb,
            "words": way.words,
            "sources": [State(source).label for source in way.sources],
            "target": State(way.target).label,
            "guards": [words_of(guard) for guard in way.guards],
            "roles": [role.label for role in holders(f"cases.{way.verb}")],
            "writes": way.writes,
        }
        for way in TRANSITIONS
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
    boxes = {state: box(state) for state in State}
    width = max(each.x for each in boxes.values()) + WIDTH + 8
    height = max(each.y for each in boxes.values()) + HEIGHT + 8
    arrows = [Arrow(way.words, path(boxes[source], boxes[way.target])) for way in drawn() for source in way.sources]
    return {"boxes": list(boxes.values()), "arrows": arrows, "width": width, "height": height}


def box(state):
    column, line = PLACES[state]
    return Box(state.label, 8 + column * COLUMN, 8 + line * ROW, state in FINAL)


def path(start, end):
    """From the side that faces the other box to its facing side; there and back run beside each other."""
    if start.y == end.y:
        forward = end.x > start.x
        shift = HEIGHT // 2 + (-6 if forward else 6)
        return f"M{start.x + (WIDTH if forward else 0)},{start.y + shift} H{end.x + (-6 if forward else WIDTH + 6)}"
    down = end.y > start.y
    shift = WIDTH // 2 + (10 if down else -10)
    start_y, end_y = start.y + (HEIGHT if down else 0), end.y + (-6 if down else HEIGHT + 6)
    middle = (start_y + end_y) // 2
    return f"M{start.x + shift},{start_y} V{middle} H{end.x + shift} V{end_y}"
