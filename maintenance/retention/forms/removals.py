"""Forms for the end of a record: asked for by one, answered by another."""

from django import forms

from dmi.forms import ActionForm
from maintenance.retention.models import Removal


class AskRemovalForm(ActionForm):
    kind = forms.ChoiceField(
        label="What shall be done", choices=Removal.Kind, widget=forms.RadioSelect,
        help_text="A purge ends the intelligence record. An expungement follows a court's order, and takes the record "
        "of the prosecution too.",
    )  # fmt: skip
    ground = forms.ChoiceField(label="On what ground", choices=Removal.Ground, widget=forms.RadioSelect)
    order_number = forms.CharField(
        label="Number of the order", max_length=60, required=False,
        help_text="Where a court ordered it. It is gone with the record: it would lead to the name.",
    )  # fmt: skip


class RefuseRemovalForm(ActionForm):
    because = forms.CharField(
        label="Why the record stays", max_length=200, help_text="Who asked reads it. No names: it stays on record."
    )
