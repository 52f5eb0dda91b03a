"""Forms about records that may be one person."""

from django import forms

from dealers.models import Judgement
from dmi.forms import ActionForm


class JudgeMatchForm(ActionForm):
    verdict = forms.ChoiceField(label="Are they one person?", choices=Judgement.Verdict, widget=forms.RadioSelect)
    because = forms.CharField(
        label="What shows it", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class SeeDangerForm(ActionForm):
    because = forms.CharField(
        label="What is the danger?", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Like: stop in progress, he reaches for his waistband. A supervisor reads this tomorrow.",
    )  # fmt: skip
