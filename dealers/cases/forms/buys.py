"""Forms for controlled buys and what the laboratory found."""

from django import forms
from django.utils import timezone

from dealers.cases.models import Buy, Substance
from dealers.forms.fields import MOMENT, NEVER_NAME, InMarketForm, PersonField
from dealers.models import Dealer
from dmi.forms import DAY, ActionForm, CorrectionForm


class BuyForm(ActionForm):
    """What a buy is; the form is laid out as one tells it: what, when and where, who, how it is proved."""

    drug = forms.CharField(label="Drug", max_length=40, help_text="As it was sold.")
    quantity = forms.DecimalField(label="Quantity", min_value=0, max_digits=8, decimal_places=2)
    unit = forms.ChoiceField(label="Unit", choices=Buy.Unit)
    price_dollars = forms.DecimalField(label="Price in dollars", min_value=0, max_digits=8, decimal_places=2)
    bought_at = forms.DateTimeField(label="When", widget=MOMENT)
    place = forms.CharField(label="Where", max_length=120)
    is_in_a_home = forms.BooleanField(label="Inside a home", required=False)
    identified_how = forms.CharField(
        label="How the seller was identified", max_length=200, help_text="By whom, and by what: photo, stop, plate."
    )
    buyer = forms.ChoiceField(label="Who bought", choices=Buy.Buyer, widget=forms.RadioSelect)
    source_number = forms.CharField(
        label="Confidential source number", max_length=20, required=False, help_text=f"{NEVER_NAME} Its number only."
    )
    recording = forms.ChoiceField(
        label="Recorded", choices=Buy.Recording, initial=Buy.Recording.NONE, widget=forms.RadioSelect
    )
    warrant_number = forms.CharField(
        label="Warrant number", max_length=30, required=False, help_text="A recording in a home stands on a warrant."
    )
    field_test = forms.ChoiceField(label="Field test", choices=Buy.FieldTest)
    report_number = forms.CharField(label="Report number", max_length=30, required=False)
    deconfliction_number = forms.CharField(label="Deconfliction number", max_length=30, required=False)


class LogBuyForm(BuyForm, InMarketForm):
    dealer = PersonField(Dealer.objects.none(), label="Bought from", empty_label="Choose a person")

    def offer(self, officer):
        super().offer(officer)
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).with_names()
        self.fields["bought_at"].initial = timezone.localtime().replace(second=0, microsecond=0)


class CorrectBuyForm(BuyForm, CorrectionForm):
    pass


class SendToLabForm(ActionForm):
    lab_number = forms.CharField(label="The laboratory's number", max_length=30)
    lab_sent_on = forms.DateField(label="Sent on", widget=DAY)

    def offer(self, officer):
        self.fields["lab_sent_on"].initial = timezone.localdate


class RecordLabResultForm(ActionForm):
    lab_result_on = forms.DateField(label="Reported on", widget=DAY)
    substances = forms.MultipleChoiceField(
        label="Found", choices=Substance.Kind, widget=forms.CheckboxSelectMultiple,
        help_text="Every substance the laboratory names.",
    )  # fmt: skip
    analogues = forms.CharField(
        label="Name of the analogue", max_length=80, required=False, help_text="Several with commas."
    )
    others = forms.CharField(
        label="Name of the other drug", max_length=80, required=False, help_text="Several with commas."
    )
    purity_percent = forms.DecimalField(
        label="Purity in percent", min_value=0, max_value=100, max_digits=5, decimal_places=2, required=False,
        help_text="Of the drug as it was sold, where the laboratory measured it.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["lab_result_on"].initial = timezone.localdate
