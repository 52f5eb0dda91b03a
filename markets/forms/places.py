"""Forms for hot places, and for what their owners promise."""

from django import forms
from django.utils import timezone

from dmi.forms import DAY, ActionForm, CorrectionForm
from markets import geometry
from markets.models import HotPlace, Promise


class DegreesField(forms.FloatField):
    """A latitude or longitude, as maps on a phone tell it."""

    def __init__(self, most, **kwargs):
        super().__init__(
            min_value=-most, max_value=most, required=False,
            widget=forms.NumberInput(attrs={"step": "any", "inputmode": "text"}), **kwargs,
        )  # fmt: skip


class PlacedForm(ActionForm):
    """What a place is told by, beside its address: what happens, where it lies, whom to talk to."""

    what_happens = forms.CharField(
        label="What happens there", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    latitude = DegreesField(90, label="Latitude")
    longitude = DegreesField(180, label="Longitude")
    owner_name = forms.CharField(
        label="Owner or landlord", max_length=80, required=False, help_text="Whom to talk to; no suspect by that."
    )
    owner_phone = forms.CharField(
        label="Owner’s phone", max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )

    def clean(self):
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        if latitude is not None and longitude is not None:
            try:
                geometry.position_of(longitude, latitude)
            except geometry.BadGeometry as wrong:
                self.add_error("latitude", str(wrong))
        return self.cleaned_data


class LogHotPlaceForm(PlacedForm):
    address = forms.CharField(label="Address", max_length=60)
    kind = forms.ChoiceField(label="Kind", choices=HotPlace.Kind)

    field_order = ("address", "kind")


class ChangeHotPlaceForm(CorrectionForm, PlacedForm):
    status = forms.ChoiceField(label="Status", choices=HotPlace.Status)


class LogPromiseForm(ActionForm):
    promised_by = forms.CharField(label="Who promised", max_length=80, help_text="Owner, landlord, manager.")
    what = forms.CharField(label="What", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
    promised_on = forms.DateField(label="Promised on", widget=DAY, initial=timezone.localdate)
    due_on = forms.DateField(label="To be done by", widget=DAY)


class RecordPromiseOutcomeForm(ActionForm):
    outcome = forms.ChoiceField(
        label="How it came out", choices=[choice for choice in Promise.Outcome.choices if choice[0] != "open"],
        widget=forms.RadioSelect,
    )  # fmt: skip
    outcome_on = forms.DateField(label="Seen on", widget=DAY, initial=timezone.localdate)
