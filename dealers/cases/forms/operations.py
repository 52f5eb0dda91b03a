"""Forms for the sweep: when and with whom, at whom, what came of each."""

from django import forms
from django.utils import timezone

from dealers.cases.models import Target
from dealers.forms.fields import InMarketForm, PersonField
from dealers.models import Dealer
from dmi.forms import DAY, ActionForm


class PlanOperationForm(InMarketForm):
    name = forms.CharField(label="Name", max_length=80, help_text="As the briefing calls it.")
    held_on = forms.DateField(label="Day", widget=DAY)
    agencies = forms.CharField(
        label="Agencies", max_length=200, help_text="Who takes part: police, state police, federal agents."
    )


class TellClinicForm(ActionForm):
    told_on = forms.DateField(label="Told on", widget=DAY)
    number = forms.IntegerField(
        label="How many users will be cut off", min_value=0, max_value=5000, help_text="Estimated. Never a name."
    )

    def offer(self, officer):
        self.fields["told_on"].initial = timezone.localdate


class AddTargetForm(ActionForm):
    dealer = PersonField(Dealer.objects.none(), label="Who")
    plan = forms.CharField(
        label="Where and how", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Prints on the packet: address, time, entry, who goes first.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().with_names()


class RecordTargetOutcomeForm(ActionForm):
    outcome = forms.ChoiceField(label="What came of it", choices=Target.Outcome, widget=forms.RadioSelect)
    note = forms.CharField(label="In a few words", max_length=120, required=False)
