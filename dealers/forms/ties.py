"""Forms for a tie that stands: corrected, withdrawn."""

from django import forms

from dealers.forms.fields import NEVER_NAME, DayField, GradedForm
from dealers.models import Tie
from dmi.forms import ActionForm, CorrectionForm


class DirectionField(forms.NullBooleanField):
    """Which way a tie goes, in the names of the two."""

    choices: tuple = ()

    def name_ends(self, tie):
        self.choices = ((True, f"From {tie.a} to {tie.b}"), (False, f"From {tie.b} to {tie.a}"))
        ways = [(str(goes).lower(), words) for goes, words in self.choices]
        self.widget.choices = [("unknown", "Neither way"), *ways]


class CorrectTieForm(CorrectionForm, GradedForm):
    kind = forms.ChoiceField(label="How", choices=Tie.Kind)
    goes_from_a = DirectionField(
        label="Which way",
        required=False,
        help_text="Who supplies or introduces whom; the other kinds have no direction.",
    )
    strength = forms.IntegerField(label="How many times", min_value=1, max_value=999)
    first_seen_on = DayField(label="First seen so on", required=False)
    seen_on = DayField(label="Last seen so on")
    basis = forms.CharField(label="What shows it", max_length=300, help_text=NEVER_NAME)


class WithdrawTieForm(ActionForm):
    because = forms.CharField(
        label="Why it is wrong", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NEVER_NAME
    )
