"""What a chart is asked for: which ties count, which are drawn besides, and how all of it is laid out."""

from dataclasses import dataclass, fields
from datetime import date

from dealers.models import Tie, Validity

KIN, WEAK = "kin", "weak"
SOURCES = {"C": "fairly reliable source or better", "B": "usually reliable source or better"}
FORCE, LAYERED = "force", "layered"


@dataclass(frozen=True)
class Asked:
    """The fields of the chart's filter, understood. Days are those of a tie's window, first seen to last seen."""

    kind: tuple[str, ...] = ()  # of ties; none: all but kin
    source: str = ""  # the worst reliability that is let in
    content: str = ""  # the worst validity that counts in rankings; none: probable
    since: date | None = None
    until: date | None = None
    role: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # what is drawn, dashed, without being ranked: kin, below probable
    measure: str = "weighted_betweenness"
    layout: str = LAYERED
    order: str = ""  # of the table: a column, "-" before it for the other way round; none: by rank
    around: str = ""
    opened: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def takes(self, tie):
        """True for ties of the kinds, sources and days asked for, whether they are ranked or not."""
        is_asked = tie.kind in self.kind or not self.kind or tie.kind == Tie.Kind.KIN
        return is_asked and self.trusts(tie) and self.overlaps(tie)

    def trusts(self, tie):
        """Grades are letters and digits in the order of their worth."""
        return tie.reliability <= self.source if self.source else True

    def overlaps(self, tie):
        begun = not self.until or (tie.first_seen_on or tie.seen_on) <= self.until
        return begun and (not self.since or tie.seen_on >= self.since)

    def ranks(self, tie):
        """Of ties that may be ranked at all, those that are sure enough."""
        return tie.validity <= self.content if self.content else True

    def draws(self, tie):
        """Of ties that are not ranked, those that are drawn all the same."""
        is_kin, is_weak = tie.kind == Tie.Kind.KIN, not tie.is_probable
        return (KIN in self.also or not is_kin) and (WEAK in self.also or not is_weak)

    @property
    def grades(self):
        """Which entries were let in, in words."""
        content = "graded confirmed" if self.content == Validity.CONFIRMED else "graded probable or better"
        return ", ".join(words for words in (content, SOURCES.get(self.source, "")) if words)

    @property
    def is_narrowed(self):
        default = Asked(measure=self.measure, layout=self.layout, order=self.order, removed=self.removed)
        return self != default

    def question(self):
        """As an address or a saved chart has it: what is empty asks nothing."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: plain(value) for name, value in said.items() if value}


def plain(value):
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
