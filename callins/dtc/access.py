"""Who looked at a participant, who acted, who was refused: the compartment's own lines about whatever is on file."""

from dataclasses import dataclass

from django.db.models import CharField, TextField, Value
from django.db.models.functions import Cast, Concat

from callins.dtc import hanging
from callins.dtc.models import AuditEntry
from dealers.access import PAGE, UNCOMMON, older, words_of
from dmi.accounts.models import User

DISCLOSURE = ("dtc.report_status", "dtc.download_docket", "dtc.download_status_report")  # what left the compartment
WORDS = {
    "dtc.find": "Tried to open",
    "dtc.view_participant": "Read the overview",
    "dtc.view_tests": "Read the tests",
    "dtc.view_plan": "Read needs and plan",
    "dtc.view_consents": "Read the consents",
    "dtc.view_history": "Read the history",
    "dtc.view_access": "Read who looked",
    "dtc.download_progress": "Printed the progress sheet",
}


def lines_about(participant):
    """Newest first, by moment and number."""
    first, *rest = (names_of(model, participant) for model in hanging.kinds())
    return AuditEntry.objects.filter(record__in=first.union(*rest, all=True)).order_by("-at", "-id")


def names_of(model, participant):
    """As dmi.audit.trail.name_of writes them."""
    rows = model._default_manager.filter(**{hanging.way_to_participant(model): participant.pk}).order_by()
    name = Concat(Value(f"{model._meta.label_lower}:"), Cast("pk", TextField()), output_field=CharField())
    return rows.annotate(trail_name=name).values_list("trail_name", flat=True)


@dataclass(frozen=True)
class Look:
    """One line of the trail, for whoever reads the file: no ids, no sessions."""

    line: AuditEntry
    by: User | None

    @property
    def words(self):
        """Read the tests; Order test; Advance participant, refused."""
        words = WORDS.get(self.line.verb) or words_of(self.line.verb)
        return f"{words}, {self.line.outcome}" if self.line.outcome in UNCOMMON else words

    @property
    def is_disclosure(self):
        return self.line.verb in DISCLOSURE and self.line.outcome not in UNCOMMON


def page_of(lines, officer, before="", size=PAGE):
    """(looks, the number of the line from which the next page goes back, or None)."""
    found = list(older(lines, before)[: size + 1])
    names = User.objects.visible_to(officer).in_bulk({line.by for line in found[:size] if line.by})
    looks = [Look(line, names.get(line.by)) for line in found[:size]]
    return looks, found[size - 1].pk if len(found) > size else None


def words_of_verb(verb):
    """As this compartment calls an act; empty for none."""
    return (WORDS.get(verb) or words_of(verb)) if verb else ""


def verbs_said(words):
    """The verbs that this page says in words of its own."""
    return [verb for verb, said in WORDS.items() if words.strip().lower() in said.lower()]
