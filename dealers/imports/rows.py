"""One row of a list: clean facts about a person, and everything that is wrong with it, in words."""

import re
from dataclasses import dataclass, field
from datetime import date

from dealers import rules, spoken
from dealers.imports.dates import day_in
from dealers.matching import Person
from dealers.models import Involvement, Reliability, Validity

FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would run
NOTHING = {"-", "--", "n/a", "#n/a"}
TEXTS = {
    "last_name": 60, "first_name": 60, "middle_name": 60, "suffix": 10, "address": 120, "city": 60, "plate": 12,
    "external_id": 40, "predicate": 4000, "source": 80,
}  # fmt: skip
NAMES = ("last_name", "first_name", "middle_name")
LONGEST_STREET_NAME = 60
MOST_STREET_NAMES = 20
LONGEST_NUMBER = 20  # digits; more are no phone
BETWEEN = re.compile(r"[,;|/\n]")
ZIP = re.compile(r"(\d{5})(?:-?(\d{4}))?")
SEXES = {"m": "M", "male": "M", "man": "M", "f": "F", "female": "F", "woman": "F", "u": "", "unknown": "", "x": ""}
NO_NAME = "Give a name or a street name; either is enough."
NO_PREDICATE = "Give the predicate: what was seen or heard."
NO_SOURCE = "Give the source: the number of a report."


@dataclass(slots=True)
class Row:
    """A person as the list has him. `errors`: (column, sentence)."""

    line: int
    last_name: str = ""
    first_name: str = ""
    middle_name: str = ""
    suffix: str = ""
    street_names: tuple[str, ...] = ()
    born: rules.Birth | None = None
    sex: str = ""
    phone: str = ""
    dialled: str = ""  # the digits of a phone as they stand, to compare by where they make no number here
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    plate: str = ""
    external_id: str = ""
    role: str = str(Involvement.Role.OTHER)
    predicate: str = ""
    source: str = ""
    reliability: str = str(Reliability.F)
    validity: str = str(Validity.UNKNOWN)
    errors: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self):
        legal = (self.first_name, self.middle_name, self.last_name, self.suffix)
        return " ".join(part for part in legal if part) or ", ".join(self.street_names)

    @property
    def part(self):
        return Involvement.Role(self.role).label

    @property
    def place(self):
        """“12 Elm Street, Otter Falls VT 05700”."""
        town = " ".join(part for part in (self.city, self.state, self.zip) if part)
        return ", ".join(part for part in (self.address, town) if part)

    @property
    def born_in_words(self):
        return spoken.birth(*self.born) if self.born else ""

    @property
    def known_by(self):
        """What else than a name the list has of him."""
        return [part for part in (self.phone, self.plate, self.place) if part]

    def wrong(self, column, sentence):
        self.errors.append((column, sentence))

    def person(self):
        """As duplicates are looked for; what is wrong elsewhere in the row does not keep it from being compared."""
        return Person(
            key=str(self.line), last_name=self.last_name, first_name=self.first_name, middle_name=self.middle_name,
            suffix=self.suffix, street_names=self.street_names, born=(self.born,) if self.born else (),
            phones=tuple(filter(None, [self.phone or self.dialled])), plates=(self.plate,) if self.plate else (),
            addresses=(self.place,) if self.address else (), sex=self.sex,
        )  # fmt: skip

    def facts(self):
        """As services.log_dealer takes them."""
        year, month, day = self.born or (None, None, None)
        street_name, *others = self.street_names or ("",)
        line, place = self.line_and_place()
        return {
            "last_name": self.last_name, "first_name": self.first_name, "middle_name": self.middle_name,
            "suffix": self.suffix, "street_name": street_name, "other_street_names": tuple(others), "sex": self.sex,
            "date_of_birth": date(year, month, day) if year and month and day else None,
            "birth": (year, month) if year and not day else None,
            "phone": self.phone, "address": line, **place, "plate": self.plate, "external_id": self.external_id,
            "role": self.role, "facts": self.predicate, "source_reference": self.source,
            "reliability": self.reliability, "validity": self.validity,
        }  # fmt: skip

    def line_and_place(self):
        """An address needs its first line: where only a town is known, that is it."""
        if self.address:
            return self.address, {"city": self.city, "state": self.state, "zip": self.zip}
        return self.city, {"state": self.state, "zip": self.zip}


def rows_in(table, mapping, today):
    """Every row of a dmi.tables.Table, one at a time; `mapping` says for each header which column of ours it is."""
    places = [(place, mapping[name]) for place, name in enumerate(table.header) if mapping.get(name)]
    for line, cells in table.rows:
        yield row_of(line, cells, places, len(table.header), today), cells


def row_of(line, cells, places, width, today):
    """The row of these cells; `places`: (where in the row, which column of ours)."""
    row = Row(line)
    if len(cells) != width:
        row.wrong("", f"This row has {len(cells)} cells where the first line names {width}; look for a separator.")
    said = {column: cells[place] for place, column in places if place < len(cells) and cells[place] not in NOTHING}
    for name, longest in TEXTS.items():
        setattr(row, name, clean(row, name, said.get(name, ""), longest))
    row.dialled = re.sub(r"\D", "", said.get("phone", ""))[:LONGEST_NUMBER]
    row.street_names = street_names(row, said.get("street_names", ""))
    for name, read in READ.items():
        if text := said.get(name):
            setattr(row, "born" if name == "date_of_birth" else name, understood(row, name, text, read, today))
    for name in NAMES:
        refuse_what_is_no_name(row, name)
    for column, there, sentence in (
        ("last_name", row.name, NO_NAME), ("predicate", row.predicate, NO_PREDICATE), ("source", row.source, NO_SOURCE),
    ):  # fmt: skip
        if not there:
            row.wrong(column, sentence)
    return row


def clean(row, name, text, longest):
    """What is too long is refused, and cut: to compare it whole takes minutes."""
    if not text:
        return ""
    if text.startswith(FORMULA):
        row.wrong(name, f"“{text[:20]}” begins like a formula; write the plain text.")
    if len(text) > longest:
        row.wrong(name, f"At most {longest} characters, this has {len(text)}.")
        text = text[:longest]
    if name == "plate":
        return rules.plate_as_kept(text)
    return text if name == "predicate" else " ".join(text.split())


def refuse_what_is_no_name(row, name):
    """A number in the place of a name: the columns have slipped, or a formula was counted out."""
    text = getattr(row, name)
    if text and not text.startswith(FORMULA) and not any(map(str.isalpha, text)):
        row.wrong(name, f"“{text[:20]}” is no name; has a column slipped?")


def street_names(row, text):
    """Each once, in their order; commas, semicolons, slashes or lines between."""
    names: dict[str, str] = {}
    several = BETWEEN.split(text)
    if len(several) > MOST_STREET_NAMES:
        row.wrong("street_names", f"At most {MOST_STREET_NAMES} street names, this has {len(several)}.")
    for said in several[:MOST_STREET_NAMES]:
        name = clean(row, "street_names", said.strip(' \t“”"'), LONGEST_STREET_NAME)
        names.setdefault(name.casefold(), name)
    return tuple(name for name in names.values() if name)


def understood(row, name, text, read, today):
    """What a cell says, or the column's default with the error entered."""
    try:
        return read(text, today)
    except ValueError as wrong:
        row.wrong(name, str(wrong))
        return getattr(row, "born" if name == "date_of_birth" else name)


def phone(text, today):
    return rules.phone_in_full(text)


def state(text, today):
    if len(text) != 2 or not text.isalpha():
        raise ValueError(f"“{text[:20]}” is no state; write its two letters, like VT.")
    return text.upper()


def zip_code(text, today):
    """Spreadsheets take the zero in front of a New England ZIP away; it is put back."""
    found = ZIP.fullmatch(text.zfill(5) if text.isdigit() and len(text) == 4 else text)
    if not found:
        raise ValueError(f"“{text[:20]}” is no ZIP code; write five digits.")
    return "-".join(part for part in found.groups() if part)


def sex(text, today):
    if text.lower() not in SEXES:
        raise ValueError(f"“{text[:20]}” is none of M, F and U.")
    return SEXES[text.lower()]


def choice_of(choices):
    """Reads the choice whose value or label was written, in any case."""
    meant = {said.lower(): value for value, label in choices.choices for said in (value, label)}

    def read(text, today):
        if text.lower() not in meant:
            raise ValueError(f"“{text[:20]}” is none of {', '.join(choices.labels)}.")
        return meant[text.lower()]

    return read


READ = {
    "date_of_birth": day_in,
    "sex": sex,
    "phone": phone,
    "state": state,
    "zip": zip_code,
    "role": choice_of(Involvement.Role),
    "reliability": choice_of(Reliability),
    "validity": choice_of(Validity),
}
