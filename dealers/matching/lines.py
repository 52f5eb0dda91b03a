"""Two descriptions side by side."""

from dataclasses import dataclass

from dealers import spoken


@dataclass(frozen=True)
class Line:
    """What both tell of one thing."""

    label: str
    one: str
    other: str

    @property
    def differs(self):
        return bool(self.one and self.other) and self.one != self.other


def side_by_side(one, other):
    """A line for everything that at least one of them tells."""
    lines = [Line(label, tell(one), tell(other)) for label, tell in TOLD]
    return [line for line in lines if line.one or line.other]


TOLD = (
    ("Last name", lambda person: person.last_name),
    ("First name", lambda person: " ".join(filter(None, (person.first_name, person.middle_name)))),
    ("Suffix", lambda person: person.suffix),
    ("Street names", lambda person: ", ".join(person.street_names)),
    ("Born", lambda person: ", ".join(spoken.birth(*born) for born in person.born)),
    ("Sex", lambda person: person.sex),
    ("Phones", lambda person: ", ".join(spoken.phone(phone) for phone in person.phones)),
    ("Plates", lambda person: ", ".join(person.plates)),
    ("Addresses", lambda person: "; ".join(person.addresses)),
)
