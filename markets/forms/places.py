from django import forms

from dmi.forms import ActionForm
from markets.models import HotPlace


class LogHotPlaceForm(ActionForm):
    address = forms.CharField(label="Address", max_length=60)
    kind = forms.ChoiceField(label="Kind", choices=HotPlace.Kind)
    what_happens = forms.CharField(
        label="What happens there", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ChangeHotPlaceForm(ActionForm):
    status = forms.ChoiceField(label="Status", choices=HotPlace.Status)
    what_happens = forms.CharField(
        label="What happens there", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
