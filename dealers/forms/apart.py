"""Forms for records that are kept apart."""

from django import forms

from dealers.models import RecordSeal
from dmi.forms import ActionForm

NO_NAME = "Court, docket and day are enough; leave the name out."


class SealRecordForm(ActionForm):
    ground = forms.ChoiceField(label="On what ground", choices=RecordSeal.Ground.choices, widget=forms.RadioSelect)
    because = forms.CharField(
        label="On what paper", max_length=200, help_text=f"As “Family Division, order of 3 March”. {NO_NAME}"
    )


class UnsealRecordForm(ActionForm):
    because = forms.CharField(label="Why the seal ends", max_length=200, help_text=NO_NAME)
