"""What a removal leaves: how many rows of each kind went, one hash over their keys, nothing of the person."""

import hashlib

from django.template.loader import render_to_string

from dealers.cases.models import Exhibit
from dmi import pdf
from dmi.accounts.models import TaskForce

TEMPLATE = "retention/paper/certificate.html"
HISTORY = "lines of history"
TEXTS = "texts of other records, redacted"


def counted(gone, events, texts):
    rows = {str(model._meta.verbose_name_plural): len(keys) for model, keys in gone.items() if keys}
    more = {HISTORY: events, TEXTS: texts}
    return dict(sorted(rows.items())) | {words: count for words, count in more.items() if count}


def digest(gone):
    """SHA-256 of the keys, a line each and sorted: whoever has them from an older backup can check the certificate."""
    lines = sorted(f"{model._meta.label_lower}:{key}" for model, keys in gone.items() for key in keys)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def exhibits_of(dealers):
    """The hashes of files that no exhibit of anybody else has."""
    own = Exhibit.objects.files().filter(case__dealer__in=dealers)
    hashes = set(own.values_list("sha256", flat=True))
    others = Exhibit.objects.files().filter(sha256__in=hashes).exclude(case__dealer__in=dealers)
    return sorted(hashes - set(others.values_list("sha256", flat=True)))


def certificate_of(removal):
    """The finished PDF: counts, hashes and days; the same bytes whenever it is asked for."""
    shown = {"removal": removal, "task_force": TaskForce.objects.get().name}
    return pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown), {}).written()).pdf


def file_name(removal):
    return f"certificate-of-removal-{removal.reference}.pdf"
