"""Events in words: what was done to which record, field by field, from what to what."""

from django.utils.text import capfirst

from callins.dtc.history.events import is_followed
from callins.dtc.models import ConsentRecipient, DocketEntry, Enrolment, Participant
from dealers.history.telling import NOTHING, UNSEEN, Act, Change, Line, as_said, done, sides
from dmi.accounts.models import User

LABELS = {  # where a field's own name is not what the team says
    "born_on": "Born",
    "how": "Attendance",
    "is_tampered": "Tampered with",
    "is_to_court": "Names the court",
    "is_urgent": "Urgent",
    "sees_to_it": "Who sees to it",
    "shows_as": "Shows in a panel as",
    "signed_by": "Signed by",
    "speaks": "Language",
    "told_at": "Told",
    "where": "Where",
    "words": "In words",
}
OF_THE_ACT = {"by", "at"}  # who and when stand above it already
DERIVED = {"counts_from", "credit", "is_undecided", "looked_at_on", "phase_complete_on"}  # of an attempt, for lists
NAMELESS = (ConsentRecipient, DocketEntry, Enrolment, Participant)
FOLLOWS = {"corrected_why", "ended_on", "ended_as", "revoked_at"}  # not to be edited, and still news


class Teller:
    """Puts the events of one participant into words. `names` are the records that their keys stand for."""

    def __init__(self, names):
        self.names = names

    def acts(self, events):
        """In the order of the events; those of one transaction stand together."""
        together: dict[tuple, list] = {}
        for event in events:
            together.setdefault((event.at, event.context.get("by"), event.context.get("verb", "")), []).append(event)
        told = (self.act(key, several) for key, several in together.items())
        return [act for act in told if act.lines]

    def act(self, key, events):
        at, by, verb = key
        lines = tuple(self.line(event) for event in events)
        return Act(at, self.names.get((User, by)), verb, tuple(line for line in lines if line.changes))

    def line(self, event):
        changes = (self.changed(event, field) for field in event.model._meta.fields if is_told(field, event))
        return Line(
            words_of_kind(event.model), name_of(event), done(event), tuple(change for change in changes if change)
        )

    def changed(self, event, field):
        """The change of one field; None where it stayed as it was or says nothing."""
        before, now = sides(event)
        old, new = before.get(field.name), now.get(field.name)
        if old == new or (old in NOTHING and new in NOTHING):
            return None
        return Change(label_of(field), self.words(field, old), self.words(field, new))

    def words(self, field, said):
        """A value as the team says it; empty where there is none."""
        if said in NOTHING:
            return ""
        if field.is_relation:
            return str(self.names.get((field.related_model, str(said))) or UNSEEN)
        if field.flatchoices:
            return str(dict(field.flatchoices).get(said, said))
        return ", ".join(map(str, said)) if isinstance(said, list) else as_said(said)


def is_told(field, event):
    """Not keys, nor who and when, nor the way to the participant, nor into the police side."""
    if field.name not in event.now or field.name in OF_THE_ACT | DERIVED:
        return False
    return is_followed(field) if field.is_relation else field.editable or field.name in FOLLOWS


def name_of(event):
    """As the record calls itself, from what the event says of it; not where that would be the participant's name."""
    if event.model in NAMELESS:
        return ""
    fields = [field.attname for field in event.model._meta.fields if not field.is_relation and field.name in event.now]
    return str(event.model(**{name: event.now[name] for name in fields}))


def words_of_kind(model):
    return capfirst(model._meta.verbose_name)


def label_of(field):
    return LABELS.get(field.name) or field.name.removesuffix("_on").removesuffix("_at").replace("_", " ").capitalize()
