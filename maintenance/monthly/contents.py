"""What one monthly page says, as plain values: the only thing that the page and its PDF are made of.

None stands for what no list on record speaks of; it is never told as nought.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Self

from maintenance.hot_sheet.contents import read


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One measure in one market: the month, the month before, the same month a year before."""

    label: str
    count: int | None
    before: int | None
    year_ago: int | None


@dataclass(frozen=True, kw_only=True)
class MarketMonth:
    name: str
    stage: str
    since: date
    counts: tuple[Counted, ...]
    new_names: str  # told so that one or two point at nobody
    met: int | None  # items of the scorecard, as the month's end found them
    of: int | None
    dropped: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Of a table: what is counted, and the new names."""
        return len(self.counts) + 1

    @property
    def fidelity(self) -> str:
        return "not read" if self.met is None else f"{self.met} of {self.of}"


@dataclass(frozen=True, kw_only=True)
class HealthLine:
    """The last period that a health authority published by then, and the one before it."""

    measure: str
    geography: str
    level: str
    from_on: date
    until_on: date
    count: int
    before: int | None
    source: str


@dataclass(frozen=True, kw_only=True)
class ClinicLine:
    provider: str
    kind: str
    places: int
    caseload: int
    waiting: int
    as_of: date
    before: int | None  # caseload when the month began

    @property
    def free(self) -> int:
        return max(self.places - self.caseload - self.waiting, 0)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """Whoever dealt again after the call-in: acts of the force, so their number is told as it is."""

    asked: int
    decided: int
    hours_to_decision: float | None  # the median
    arrested: int
    hours_to_arrest: float | None

    @property
    def sentences(self) -> list[str]:
        """Hours run from what broke the promise, and are the median."""
        if not self.asked:
            return ["Nobody asked for a banked case to be activated."]
        decided = f", {self.hours_to_decision:g} hours after the promise was broken" if self.decided else ""
        told = [f"Cases to activate: {self.asked}. Decided: {self.decided}{decided}."]
        if self.arrested:
            told.append(f"Arrested: {self.arrested}, {self.hours_to_arrest:g} hours after the promise was broken.")
        return told


@dataclass(frozen=True, kw_only=True)
class WeekWork:
    """The CRT's weeks in the month."""

    meetings: int
    sheets: int
    copies: int
    read: int  # within 48 hours
    alerts: int
    in_time: int
    outreach: int
    reached: int

    @property
    def sentences(self) -> list[str]:
        told = [f"Meetings of the CRT: {self.meetings}. Hot sheets published before their week: {self.sheets}."]
        shares = (
            (self.read, self.copies, "Copies read within 48 hours"),
            (self.in_time, self.alerts, "New-dealer alerts acted on within their hours"),
            (self.reached, self.outreach, "Outreach in time after sweeps and overdoses"),
        )
        return told + [f"{words}: {number} of {of}." for number, of, words in shares if of]


@dataclass(frozen=True, kw_only=True)
class MonthContents:
    month: date
    task_force: str
    made_on: date
    markets: tuple[MarketMonth, ...]
    health: tuple[HealthLine, ...]
    clinics: tuple[ClinicLine, ...]
    promise: Promise
    week: WeekWork
    changes: tuple[str, ...]
    words: str  # of whoever made the page

    @property
    def work(self) -> list[str]:
        return [*self.promise.sentences, *self.week.sentences]

    def to_json(self) -> str:
        return json.dumps(
            asdict(self), default=date.isoformat, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )

    def sha256(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> Self:
        return read(json.loads(text), cls, "page")
