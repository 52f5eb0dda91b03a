"""Who looked at a dealer, who acted, who was refused: the trail's lines about the record and whatever hangs on it."""

from dataclasses import dataclass

from django.db.models import CharField, Q, TextField, UUIDField, Value
from django.db.models.functions import Cast, Concat

from dealers import hanging
from dmi.accounts.models import User
from dmi.audit.models import AuditEntry, Outcome

DISSEMINATION = ("dealers.print_dossier", "dealers.download_dossier")  # what left the desk: 28 CFR 23.20(e)
WORDS = {
    "dealers.find": "Tried to open",
    "dealers.view_dealer": "Read",
    "dealers.view_timeline": "Read the timeline",
    "dealers.view_network": "Read the network",
    "dealers.view_supervision": "Read the supervision",
    "dealers.view_files": "Read the files",
    "dealers.view_history": "Read the history",
    "dealers.view_access": "Read who looked",
    "dealers.print_dossier": "Printed the dossier",
    "dealers.download_dossier": "Took the dossier as PDF",
}
PAGE = 50
LARGEST = 19  # digits of a line's number
UNCOMMON = {Outcome.REFUSED, Outcome.FORBIDDEN, Outcome.ABSENT, Outcome.FAILED}


def lines_about(dealer, officer):
    """Newest first. By moment and number, which no index serves: else PostgreSQL may walk the whole trail backwards."""
    first, *rest = (names_of(model, dealer, officer) for model in hanging.kinds() if is_named_on_the_trail(model))
    return AuditEntry.objects.filter(record__in=first.union(*rest, all=True)).order_by("-at", "-id")


def is_named_on_the_trail(model):
    """Parts of a whole (a mention, a document) are never what a service returns."""
    return isinstance(model._meta.pk, UUIDField) and hasattr(model._default_manager.all(), "visible_to")


def names_of(model, dealer, officer):
    """As dmi.audit.trail.name_of writes them."""
    rows = hanging.rows_of(model, dealer, officer).order_by()
    name = Concat(Value(f"{model._meta.label_lower}:"), Cast("pk", TextField()), output_field=CharField())
    return rows.annotate(trail_name=name).values_list("trail_name", flat=True)


@dataclass(frozen=True)
class Look:
    """One line of the trail, for whoever reads a dossier: no ids, no sessions."""

    line: AuditEntry
    by: User | None

    @property
    def words(self):
        return in_words(self.line)

    @property
    def is_dissemination(self):
        return self.line.verb in DISSEMINATION and self.line.outcome not in UNCOMMON


def page_of(lines, officer, before="", size=PAGE):
    """(looks, the number of the line from which the next page goes back, or None)."""
    found = list(older(lines, before)[: size + 1])
    return told(found[:size], officer), found[size - 1].pk if len(found) > size else None


def older(lines, before):
    if not (before.isdecimal() and len(before) < LARGEST):
        return lines
    last = lines.filter(pk=before).first()
    return lines.filter(Q(at__lt=last.at) | Q(at=last.at, id__lt=last.pk)) if last else lines


def told(lines, officer):
    names = User.objects.visible_to(officer).in_bulk({line.by for line in lines if line.by})
    return [Look(line, names.get(line.by)) for line in lines]


def in_words(line):
    """Read; Return draft; Approve predicate, refused."""
    words = WORDS.get(line.verb) or words_of(line.verb)
    return f"{words}, {line.outcome}" if line.outcome in UNCOMMON else words


def words_of(verb):
    """Log phone, of dealers.log_phone."""
    return verb.partition(".")[2].replace("_", " ").capitalize()


def verbs_said(words):
    """The verbs that this page says in words of its own: “read” is no part of view_dealer."""
    return [verb for verb, said in WORDS.items() if words.strip().lower() in said.lower()]
