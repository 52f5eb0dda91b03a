"""Forms for what was seen or told, of people on file."""

from django import forms

from dealers.forms.fields import MOMENT, NEVER_NAME, GradedForm, InMarketForm, source_number
from dealers.forms.people import NamingForm
from dmi.forms import CorrectionForm
from markets.models import HotPlace


class LogObservationForm(NamingForm, InMarketForm, GradedForm):
    narrative = forms.CharField(
        label="What was seen or said", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), help_text=NEVER_NAME
    )
    hot_place = forms.ModelChoiceField(
        HotPlace.objects.none(), label="Hot place", required=False, empty_label="Another place"
    )
    place = forms.CharField(label="Where", max_length=120, required=False)
    seen_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")
    source_number = source_number()

    def offer(self, officer):
        super().offer(officer)
        hot_places = HotPlace.objects.visible_to(officer).in_use()
        self.fields["hot_place"].queryset = hot_places
        if not hot_places.exists():
            self.fields["hot_place"].widget = forms.HiddenInput()


class CorrectObservationForm(CorrectionForm, GradedForm):
    narrative = forms.CharField(
        label="What was seen or said", max_length=4000, widget=forms.Textarea(attrs={"rows": 6}), help_text=NEVER_NAME
    )
    place = forms.CharField(label="Where", max_length=120, required=False)
    seen_at = forms.DateTimeField(label="When", widget=MOMENT)
