"""What one month's page says, as plain values: references, days and counts. Nobody's name stands in it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Self

from maintenance.hot_sheet.contents import read


@dataclass(frozen=True, kw_only=True)
class Line:
    """One record by its reference, the day that counts, and why it stands here."""

    reference: str
    on: date | None
    words: str


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """What a rule asks, and the records that do not meet it or that it speaks of."""

    title: str
    rule: str
    is_fault: bool  # a line is something to put right, not only something that happened
    lines: tuple[Line, ...]

    @property
    def is_met(self) -> bool:
        return not (self.is_fault and self.lines)


@dataclass(frozen=True, kw_only=True)
class Compliance:
    month: date
    task_force: str
    made_on: date
    on_file: int
    drafts: int
    validated: int  # in the month
    given_out: int
    chapters: tuple[Chapter, ...]

    @property
    def faults(self) -> int:
        return sum(len(chapter.lines) for chapter in self.chapters if chapter.is_fault)

    def to_json(self) -> str:
        return json.dumps(
            asdict(self), default=date.isoformat, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )

    def sha256(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> Self:
        return read(json.loads(text), cls, "report")
