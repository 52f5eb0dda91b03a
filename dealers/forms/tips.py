"""Forms for tips: told, then proved or forgotten."""

from django import forms
from django.utils import timezone

from dealers.forms.entries import LogDealerForm
from dealers.forms.fields import NEVER_NAME, GradedForm, InMarketForm, source_number
from dealers.forms.people import NamingForm
from dealers.models import Reliability, Validity
from dmi.forms import DAY


class LogTipForm(InMarketForm, GradedForm):
    narrative = forms.CharField(
        label="What was told", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}), help_text=NEVER_NAME
    )
    about = forms.CharField(
        label="About whom", max_length=120, required=False, help_text="The name or street name as it was told."
    )
    place = forms.CharField(label="Where", max_length=120, required=False)
    received_on = forms.DateField(label="Told on", widget=DAY)
    source_number = source_number()

    def offer(self, officer):
        super().offer(officer)
        self.fields["received_on"].initial = timezone.localdate
        self.fields["reliability"].initial, self.fields["validity"].initial = Reliability.F, Validity.UNKNOWN


class PromoteTipForm(LogDealerForm):
    """The same as for any dealer: a tip spares nobody the predicate."""

    def offer(self, officer):
        super().offer(officer)
        facts = self.fields["facts"]
        facts.label = "What bears the tip out?"
        facts.help_text = f"What you saw or checked yourself, that shows dealing. {NEVER_NAME}"


class FileTipForm(NamingForm, GradedForm):
    narrative = forms.CharField(
        label="What their file should say", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=NEVER_NAME,
    )  # fmt: skip
    place = forms.CharField(label="Where", max_length=120, required=False)
