from django import forms
from django.utils import timezone

from dmi.accounts.models import User
from dmi.forms import ActionForm
from markets.models import HotPlace, Market

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class OpenMarketForm(ActionForm):
    name = forms.CharField(label="Name", max_length=80)
    kind = forms.ChoiceField(label="Kind", choices=Market.Kind, initial=Market.Kind.COVERT, widget=forms.RadioSelect)
    drugs = forms.CharField(label="Drugs sold", max_length=120)
    jurisdiction = forms.CharField(label="Jurisdiction", max_length=120, required=False)


class AssignOfficerForm(ActionForm):
    officer = forms.ModelChoiceField(User.objects.none(), label="Officer", empty_label="Choose an officer")
    is_lead = forms.BooleanField(label="Leads the investigation", required=False)

    def offer(self, officer):
        self.fields["officer"].queryset = User.objects.visible_to(officer).holding("markets.view_market")


class ChangeStageForm(ActionForm):
    stage = forms.ChoiceField(label="Stage", choices=Market.Stage)
    on = forms.DateField(label="From", widget=DAY, initial=timezone.localdate)
    why = forms.CharField(label="Why", max_length=300)


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
