"""The form with which the CRT answers a signal."""

from django import forms

from dmi.forms import ActionForm
from maintenance.models import ReemergenceSignal

Answer = ReemergenceSignal.Answer


class AnswerSignalForm(ActionForm):
    answer = forms.ChoiceField(label="What the CRT makes of it", choices=Answer.choices, widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why", max_length=200, help_text="What else is known of these weeks. Kept with the signal; no names."
    )

    def offer(self, officer):
        """Who may not change a market's stage asks a supervisor to take it back."""
        if not officer.has_perm("markets.change_stage"):
            self.fields["answer"].choices = [each for each in Answer.choices if each[0] != Answer.REOPEN]
