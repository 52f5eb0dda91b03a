"""The language of letters: plain text with {fields} in braces from one list. Pure; why it is so small: ADR 0020.

A line that begins with "# " is a heading, lines that begin with "- " are a list, an empty line ends a paragraph. There
is nothing else: no code, no conditions, no formats, and what a field brings in is never read as a field again.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

BRACES = re.compile(r"\{([^{}]*)\}")
HEADING, ITEM = "# ", "- "
MARKS = ("#", "-")
CALLED_IN, PLEA, NOTIFIED = frozenset({"banked", "plea"}), frozenset({"plea"}), frozenset({"notification"})
ALL = CALLED_IN | NOTIFIED


class BadWording(ValueError):
    """The words can not be used. The message is for whoever wrote them."""


@dataclass(frozen=True)
class Field:
    name: str
    words: str  # what it brings in
    kinds: frozenset[str]  # of letter
    sample: str  # invented, for previews
    sample_es: str = ""  # where Spanish says it otherwise
    is_needed: bool = False  # a letter of these kinds does not go without it

    def sampled(self, language: str) -> str:
        return self.sample_es if language == "es" and self.sample_es else self.sample


FIELDS = {
    field.name: field
    for field in (
        Field("name", "the person's name", ALL, "Alex Sample", is_needed=True),
        Field("call_in_day", "the day of the call-in", CALLED_IN, "Tuesday, March 10, 2026",
              "martes, 10 de marzo de 2026", is_needed=True),
        Field("call_in_time", "when it begins", CALLED_IN, "6:30 p.m.", "6:30 p. m.", is_needed=True),
        Field("call_in_end", "when it ends", CALLED_IN, "8:30 p.m.", "8:30 p. m."),
        Field("venue", "the house in which it is held", CALLED_IN, "Grange Hall", is_needed=True),
        Field("address", "its address", CALLED_IN, "12 Mill Street", is_needed=True),
        Field("contact", "whom to call, with the number", ALL, "Cora Example, 802-555-0135", is_needed=True),
        Field("chief", "the chief who signs", ALL, "Chief Robin Example"),
        Field("community_leader", "who signs for the community", ALL, "Rev. Jo Example"),
        Field("task_force", "what the task force is called", ALL, "Otter Falls DMI Task Force"),
        Field("influential", "somebody close who agreed to be named", CALLED_IN, "Lee Sample"),
        Field("what_is_known", "the offences on which the case or the charge rests: no day, no place, no source",
              CALLED_IN, "selling or dispensing heroin", "venta o entrega de heroína"),
        Field("promise", "how nobody is arrested that evening although a warrant stands", CALLED_IN,
              "The court has been told of this meeting, and the warrant is not served there.",
              "El tribunal sabe de esta reunión y la orden no se ejecuta allí."),
        Field("transport", "the ride that is arranged", CALLED_IN, "A van leaves 12 Mill Street at 6:00 p.m."),
        Field("counsel", "the person's lawyer", PLEA, "Sam Counsel", is_needed=True),
        Field("court", "the court before which the charge stands", PLEA, "Otter County Criminal Division"),
        Field("court_day", "the next day in court", PLEA, "Thursday, March 19, 2026",
              "jueves, 19 de marzo de 2026", is_needed=True),
        Field("court_time", "the hour in court", PLEA, "9:00 a.m.", "9:00 a. m."),
        Field("exposure", "what the law holds for this person, as a prosecutor approved it", NOTIFIED,
              "A sale of heroin is punished with up to five years.",
              "La venta de heroína se castiga con hasta cinco años.", is_needed=True),
        Field("help_offered", "the help that is offered", NOTIFIED, "A bed in treatment, help with work.",
              "Una cama en tratamiento, ayuda para trabajar.", is_needed=True),
        Field("officer", "the officer who brings it", NOTIFIED, "Sgt. Pat Example"),
        Field("community_member", "who comes along from the community", NOTIFIED, "Kim Neighbor"),
    )
}  # fmt: skip


def fields_of(kind: str) -> list[Field]:
    """The fields that a letter of this kind may use."""
    return [field for field in FIELDS.values() if kind in field.kinds]


def used(body: str) -> list[str]:
    """What stands in braces, in order, each once."""
    return list(dict.fromkeys(BRACES.findall(body)))


def check_wording(body: str, kind: str) -> None:
    """Refuses a lone brace, a field that there is not for this kind, and a letter without what it may not lack."""
    if "{" in (rest := BRACES.sub("", body)) or "}" in rest:
        raise BadWording("A brace stands alone. Braces come in pairs and hold the name of one field, like {name}.")
    allowed = fields_of(kind)
    names = [field.name for field in allowed]
    if unknown := [name for name in used(body) if name not in names]:
        raise BadWording(f"There is no field {braced(unknown)} in this letter. There are: {braced(names)}.")
    if lacking := [field for field in allowed if field.is_needed and field.name not in used(body)]:
        wanted = "; ".join(f"{{{field.name}}}, {field.words}" for field in lacking)
        raise BadWording(f"A letter of this kind does not go out without: {wanted}.")


def missing(body: str, values: dict[str, str]) -> list[Field]:
    """The fields of the letter for which there is nothing to say."""
    return [FIELDS[name] for name in used(body) if not plain(values.get(name, ""))]


def filled(body: str, values: dict[str, str]) -> str:
    """The letter's text, in one pass: braces in a value stay that value's own. Refused: a value that is missing."""
    if lacking := missing(body, values):
        raise BadWording(f"Nothing stands for {braced(field.name for field in lacking)}.")
    return BRACES.sub(lambda found: beside_marks(plain(values[found[1]])), lines_of(body))


def plain(value: str) -> str:
    """One line: a value makes no paragraphs and carries nothing that can not be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in str(value)).split())


def beside_marks(value: str) -> str:
    """A value at the beginning of a line is no heading and no item, whatever it begins with."""
    return f" {value}" if value.startswith(MARKS) else value


def braced(names) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def lines_of(text: str) -> str:
    """Without the blanks at the ends of lines, which browsers add and nobody sees."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


# On paper


@dataclass(frozen=True)
class Block:
    kind: str  # heading, list, paragraph
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """A filled-in text as a page shows it."""
    found = groupby(text.splitlines(), key=kind_of)
    parts = [(kind, tuple(said(line) for line in lines)) for kind, lines in found]
    return [Block(kind, lines) for kind, lines in parts if kind]


def kind_of(line: str) -> str:
    if not line.strip():
        return ""
    if line.startswith(HEADING):
        return "heading"
    return "list" if line.startswith(ITEM) else "paragraph"


def said(line: str) -> str:
    return line.removeprefix(HEADING).removeprefix(ITEM).strip() if line.startswith((HEADING, ITEM)) else line.strip()


# Days and hours, as each language says them: the machine's locale may lack Spanish

DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"),
}  # fmt: skip


def day_in_words(day: date, language: str) -> str:
    """Tuesday, March 10, 2026; martes, 10 de marzo de 2026."""
    weekday, month = DAYS[language][day.weekday()], MONTHS[language][day.month - 1]
    if language == "es":
        return f"{weekday}, {day.day} de {month} de {day.year}"
    return f"{weekday}, {month} {day.day}, {day.year}"


def hour_in_words(moment: datetime, language: str) -> str:
    """6:30 p.m.; the Spanish of the country keeps the twelve hours and spaces the letters."""
    half = ("a. m.", "p. m.") if language == "es" else ("a.m.", "p.m.")
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half[moment.hour >= 12]}"
