"""A list of names from elsewhere: every row checked, every error told at once. Nothing is written here."""

from dataclasses import dataclass, field
from datetime import date, datetime

from dealers.models import Involvement, Reliability, Validity
from dmi.errors import RuleBroken
from dmi.tables import rows_of

COLUMNS = (
    "last_name",
    "first_name",
    "street_name",
    "date_of_birth",
    "role",
    "predicate",
    "source",
    "reliability",
    "validity",
)
DATES = ("%Y-%m-%d", "%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y", "%d %b %Y", "%b %d, %Y", "%d %B %Y", "%B %d, %Y")
FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would run
MOST_ROWS = 500


@dataclass
class Row:
    """One person of the list: clean facts, and what is wrong with them in words."""

    line: int
    last_name: str = ""
    first_name: str = ""
    street_name: str = ""
    date_of_birth: date | None = None
    role: str = str(Involvement.Role.OTHER)
    predicate: str = ""
    source: str = ""
    reliability: str = str(Reliability.F)
    validity: str = str(Validity.UNKNOWN)
    errors: list[str] = field(default_factory=list)

    @property
    def name(self):
        return " ".join(part for part in (self.first_name, self.last_name) if part) or self.street_name

    @property
    def part(self):
        return Involvement.Role(self.role).label


def rows_in(text, today):
    """Rows of a CSV text with their errors. Refused as a whole: no header, unknown columns, more than 500 rows."""
    header, lines = rows_of(text)
    if unknown := [name for name in header if name not in COLUMNS]:
        raise RuleBroken(f"Unknown column “{unknown[0][:40]}”. The columns are: {', '.join(COLUMNS)}.")
    if twice := [name for place, name in enumerate(header) if name in header[:place]]:
        raise RuleBroken(f"The column “{twice[0]}” stands twice; take one away.")
    if len(lines) > MOST_ROWS:
        raise RuleBroken(f"The list has {len(lines)} rows; send at most {MOST_ROWS} at a time.")
    return [row_of(line, cells, today) for line, cells in lines]


def row_of(line, cells, today):
    row = Row(line)
    for name in ("last_name", "first_name", "street_name", "predicate", "source"):
        setattr(row, name, clean(row, name, cells.get(name, "")))
    row.date_of_birth = day_of(row, cells.get("date_of_birth", ""), today)
    row.role = choice(row, "role", cells.get("role", ""), Involvement.Role, Involvement.Role.OTHER)
    row.reliability = choice(row, "reliability", cells.get("reliability", ""), Reliability, Reliability.F)
    row.validity = choice(row, "validity", cells.get("validity", ""), Validity, Validity.UNKNOWN)
    if not row.name:
        row.errors.append("Give a name or a street name; either is enough.")
    if not row.predicate:
        row.errors.append("Give the predicate: what was seen or heard.")
    if not row.source:
        row.errors.append("Give the source: the number of a report.")
    return row


def clean(row, name, text):
    longest = 4000 if name == "predicate" else 60
    if text.startswith(FORMULA):
        row.errors.append(f"{name}: “{text[:20]}” begins like a formula; write the plain text.")
    if len(text) > longest:
        row.errors.append(f"{name}: at most {longest} characters, this has {len(text)}.")
    return text


def day_of(row, text, today):
    if not text:
        return None
    for form in DATES:
        try:
            day = datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
        if day >= today:
            row.errors.append(f"date_of_birth: {text} lies ahead; check the year.")
        return day
    row.errors.append(f"date_of_birth: “{text[:20]}” is no day; write it like 03/04/1990.")
    return None


def choice(row, name, text, choices, otherwise):
    """The choice whose value or label was written, in any case."""
    if not text:
        return otherwise
    for value, label in choices.choices:
        if text.lower() in (value.lower(), label.lower()):
            return value
    row.errors.append(f"{name}: “{text[:20]}” is none of {', '.join(choices.labels)}.")
    return otherwise
