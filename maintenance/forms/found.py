"""Forms for found pages: what stands on one, and where it lay."""

from django import forms
from django.utils import timezone

from dmi.forms import DAY, ActionForm


class TracePageForm(forms.Form):
    """Asked by GET: a look, not an act."""

    mark = forms.CharField(
        label="What stands on the page", max_length=60,
        help_text="The trace code at its foot or edge, a part of it, or the edition and number: 2026-W48 copy 17.",
    )  # fmt: skip


class LogFoundPageForm(ActionForm):
    mark = forms.CharField(
        label="Trace code, or edition and number", max_length=60, help_text="Like BE4M-VZVJ, or 2026-W48 copy 17."
    )
    found_on = forms.DateField(label="Found on", widget=DAY, initial=timezone.localdate)
    where = forms.CharField(label="Where it lay, and who brought it", max_length=160)
