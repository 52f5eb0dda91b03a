from django import forms
from django.utils import timezone

from dmi.forms import DAY, ActionForm
from markets.models import Market


class OpenMarketForm(ActionForm):
    name = forms.CharField(label="Name", max_length=80)
    kind = forms.ChoiceField(label="Kind", choices=Market.Kind, initial=Market.Kind.COVERT, widget=forms.RadioSelect)
    drugs = forms.CharField(label="Drugs sold", max_length=120)
    jurisdiction = forms.CharField(label="Jurisdiction", max_length=120, required=False)


class ChangeStageForm(ActionForm):
    stage = forms.ChoiceField(label="Stage", choices=Market.Stage)
    on = forms.DateField(label="From", widget=DAY, initial=timezone.localdate)
    why = forms.CharField(label="Why", max_length=300)
