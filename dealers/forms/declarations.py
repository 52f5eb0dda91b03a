"""Forms for the word that a market's list is complete: declared, confirmed, taken back."""

from django import forms

from dealers.forms.fields import NEVER_NAME
from dealers.models import ListDeclaration
from dmi.forms import ActionForm


class DeclareListCompleteForm(ActionForm):
    sources = forms.MultipleChoiceField(
        label="Who was asked", choices=ListDeclaration.Source, widget=forms.CheckboxSelectMultiple,
        help_text="Everybody who may know a dealer the file does not.",
    )  # fmt: skip


class ReopenListForm(ActionForm):
    because = forms.CharField(
        label="Why it is not complete", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NEVER_NAME
    )
