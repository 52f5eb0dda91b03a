"""What people said, before and after. Pure: surveys in, the same question side by side out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MOST_LABEL = 60
MOST_ANSWERS = 20


def answers_in(text: str) -> list[list]:
    """From lines “label: count” to [label, count] in their order. ValueError says which line is wrong, and how."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_ANSWERS:
        raise ValueError(f"{len(lines)} answers are too many for one question; {MOST_ANSWERS} is the most.")
    return [answer_in(number, line) for number, line in enumerate(lines, start=1)]


def answer_in(number, line):
    label, colon, count = (part.strip() for part in line.rpartition(":"))
    if not colon or not label:
        raise ValueError(f"Line {number} is no answer with its count; write it like “Much safer: 41”.")
    if not (count.isascii() and count.isdecimal() and len(count) < 7):
        raise ValueError(f"Line {number}: “{count[:20]}” is no count; write a whole number behind the colon.")
    if len(label) > MOST_LABEL:
        raise ValueError(f"Line {number}: an answer has at most {MOST_LABEL} letters.")
    return [label, int(count)]


def answer_lines(answers) -> str:
    """The other way round, for a form."""
    return "\n".join(f"{label}: {count}" for label, count in answers)


@dataclass(frozen=True)
class Held:
    """One survey: `key` is what its correction is reached by."""

    key: object
    audience: str
    question: str
    held_on: date
    asked: int
    answers: list

    @property
    def answered(self):
        return sum(count for _, count in self.answers)


@dataclass(frozen=True)
class Share:
    """How many of those who answered."""

    count: int
    of: int

    @property
    def percent(self):
        return round(100 * self.count / self.of) if self.of else 0

    @property
    def words(self):
        return f"{self.count} of {self.of} who answered"


@dataclass(frozen=True)
class Column:
    held: Held
    is_after: bool


@dataclass(frozen=True)
class Question:
    audience: str
    question: str
    columns: list[Column]
    rows: list[tuple[str, list[tuple[Share | None, Column]]]]  # each answer with its share in every column

    @property
    def is_compared(self):
        return len({column.is_after for column in self.columns}) > 1


def side_by_side(surveys: Iterable[Held], call_in_on: date | None) -> list[Question]:
    """Each question with all who held it, by day; `call_in_on` parts before from after (None: all before)."""
    asked: dict[tuple, list[Held]] = {}
    for held in sorted(surveys, key=lambda held: held.held_on):
        asked.setdefault((held.audience, held.question.casefold()), []).append(held)
    return [question_of(together, call_in_on) for _, together in sorted(asked.items())]


def question_of(together, call_in_on):
    columns = [Column(held, call_in_on is not None and held.held_on >= call_in_on) for held in together]
    labels = dict.fromkeys(label for held in together for label, _ in held.answers)
    rows = [(label, [(share_of(column.held, label), column) for column in columns]) for label in labels]
    return Question(together[0].audience, together[-1].question, columns, rows)


def share_of(held, label):
    counts = dict(held.answers)
    return Share(counts[label], held.answered) if label in counts else None
