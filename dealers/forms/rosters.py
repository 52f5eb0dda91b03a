"""Forms for a jail's lists."""

from django import forms

from dealers.models import RosterMatch
from dmi.forms import ActionForm


class ImportRosterForm(ActionForm):
    source = forms.CharField(label="Whose list", max_length=80, help_text="The jail or office it comes from.")
    file = forms.FileField(
        label="The list", widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        help_text="CSV or XLSX, at most 20 MB.",
    )  # fmt: skip


class AnswerRosterMatchForm(ActionForm):
    answer = forms.ChoiceField(
        label="Is it the dealer?",
        choices=[choice for choice in RosterMatch.Answer.choices if choice[0] != RosterMatch.Answer.OPEN],
    )
