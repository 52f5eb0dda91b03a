"""Events in words: what was done to which record, field by field, from what to what."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.text import capfirst

from dealers import hanging
from dealers.models import Dealer, Mention, Observation
from dmi.accounts.models import User

UNSEEN = "not shown"  # a name that the reader may not see
ENTERED, CHANGED, WITHDRAWN, REMOVED = "Entered", "Changed", "Withdrawn", "Removed"
LABELS = {  # where a field's own name is not what officers say
    "because": "Reason",
    "carrier": "Carried by",
    "goes_from_a": "Goes from",
    "height_inches": "Height in inches",
    "is_active": "Deals now",
    "is_lawfully_acquired": "Lawfully acquired",
    "line": "House number and street",
    "permits": "Who may act",
    "race": "Race or ethnicity",
    "reference": "Number of the report",
    "reliability": "Reliability of the source",
    "route": "How supply comes in",
    "share_from_out_of_town": "Share from out of town, percent",
    "trips": "How often supply comes in",
    "validity": "Validity of the content",
    "weight_pounds": "Weight in pounds",
    "words": "Condition",
    "zip": "ZIP",
}
NOTHING = (None, "")
TOLD_BY_THE_ACT = {  # who entered a fact, and when, stands above it already
    "added_at", "added_by", "at", "by", "established_at", "established_by", "logged_at", "logged_by",
}  # fmt: skip
GRADES = ("reliability", "validity")
HOW_SURE = ("source", *GRADES)


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """One record, and what was done to it."""

    kind: str
    name: str
    done: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Act:
    """What one act changed, in one transaction. Without a verb: somebody wrote to the database beside the services."""

    at: datetime
    by: User | None
    verb: str
    lines: tuple[Line, ...]


class Teller:
    """Puts the events of one dealer into words. `names` are the records a reader may know, `untold` more fields."""

    def __init__(self, dealer, names, untold=frozenset()):
        self.names = names
        self.key = str(dealer.pk)
        self.untold = untold

    def acts(self, events):
        """In the order of the events; those of one transaction stand by kind, whichever act of it they belong to."""
        together: dict[tuple, list] = {}
        for event in events:
            together.setdefault((event.at, event.context.get("by"), event.context.get("verb", "")), []).append(event)
        told = (self.act(key, several) for key, several in together.items())
        return [act for act in told if act.lines]

    def act(self, key, events):
        """An entry names people; that each of them is named need not be said again."""
        at, by, verb = key
        has_entry = any(event.model is Observation for event in events)
        lines = [self.line(event) for event in events if not (has_entry and event.model is Mention)]
        return Act(at, self.names.get((User, by)), verb, tuple(line for line in lines if line.changes))

    def line(self, event):
        changes = tuple(change for field in fields_of(event) for change in self.changed(event, field))
        if changes and (source := event.context.get("source")):  # of a person corrected: the row has no column for it
            changes += (Change("What shows it", "", source),)
        return Line(words_of_kind(event.model), self.name(event), done(event), changes)

    def name(self, event):
        """As the record calls itself, from what the event says of it."""
        if event.model is Dealer:
            return ""
        if event.model is Mention:
            return self.words(Mention._meta.get_field("observation"), event.now["observation"], event.now)
        record = event.model()
        for field in fields_of(event):
            setattr(record, field.name, self.value(field, event.now[field.name]))
        return str(record)

    def value(self, field, said):
        if field.is_relation:
            return self.names.get((field.related_model, str(said))) or (field.related_model() if said else None)
        return said

    def changed(self, event, field):
        """The change of one field, if it is one and says something."""
        before, now = sides(event)
        old, new = before.get(field.name), now.get(field.name)
        if field.name in self.untold or says_nothing(field) or old == new or (old in NOTHING and new in NOTHING):
            return
        if field.name in hanging.ways_to_dealer(event.model):
            yield from self.moved(field, old, new, now)
        elif before or field.name not in TOLD_BY_THE_ACT:
            yield Change(label_of(field), self.words(field, old, before), self.words(field, new, now))

    def moved(self, field, old, new, now):
        """Of a pair, who the other one is. Later only a merge moves a fact, and says itself from where."""
        if not old and str(new) != self.key:
            yield Change("With", "", self.words(field, new, now))
        if old and str(new) == self.key:
            yield Change("Record", "another record", "this record")

    def words(self, field, said, facts):
        """A value as officers say it; empty where there is none."""
        if said in NOTHING:
            return ""
        if field.name == "goes_from_a":
            return str(self.names.get((Dealer, str(facts["a" if said else "b"]))) or UNSEEN)
        if field.is_relation:
            return str(self.names.get((field.related_model, str(said))) or UNSEEN)
        if field.flatchoices:
            return chosen(field, said)
        return as_said(said)


def sides(event):
    """(what the record said before, what it says now)."""
    if event.label == "delete":
        return event.now, {}
    return ({} if event.label == "insert" else event.before), event.now


def says_nothing(field):
    """Keys, fingerprints and what follows from other fields; why something was withdrawn is no such thing."""
    return not field.editable and field.name != "withdrawn_because"


def fields_of(event):
    """What the record says first, then how sure it is."""
    told = [field for field in event.model._meta.fields if field.name in event.now]
    return sorted(told, key=lambda field: field.name in HOW_SURE)


def done(event):
    if event.label == "delete":
        return REMOVED
    if event.label == "insert":
        return ENTERED
    return WITHDRAWN if event.now.get("withdrawn_at") and not event.before.get("withdrawn_at") else CHANGED


def words_of_kind(model):
    return capfirst(model._meta.verbose_name)


def label_of(field):
    return LABELS.get(field.name) or field.name.removesuffix("_on").removesuffix("_at").replace("_", " ").capitalize()


def chosen(field, said):
    label = str(dict(field.flatchoices).get(said, said))
    return f"{said}, {label.lower()}" if field.name in GRADES else label


def as_said(value):
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{timezone.localtime(value):%a %-d %b %Y, %H:%M}"
        case date():
            return f"{value:%a %-d %b %Y}"
    return str(value)
