"""Forms for what goes to other agencies, and for the agreements under which it goes."""

from django import forms
from django.utils import timezone

from dealers.forms.fields import DayField
from dmi.forms import ActionForm, CorrectionForm
from maintenance.retention.models import Agreement, Dissemination


class AgreementField(forms.ModelChoiceField):
    """With its last day: one that has ended covers what was given before."""

    def label_from_instance(self, agreement):
        return f"{agreement}, until {agreement.until:%-d %b %Y}" if agreement.until else str(agreement)


class LogDisseminationForm(ActionForm):
    item = forms.ChoiceField(label="What was given", choices=Dissemination.Item, widget=forms.RadioSelect)
    agreement = AgreementField(
        Agreement.objects.none(), label="Under which agreement", required=False, empty_label="None of these",
        help_text="The agency has signed that it keeps what it is given by like rules (28 CFR 23.20(f)).",
    )  # fmt: skip
    has_none = forms.BooleanField(
        label="There is no agreement with this agency", required=False,
        help_text="Only to avoid imminent danger to life or property. It stands in the month's compliance report.",
    )  # fmt: skip
    agency = forms.CharField(
        label="Agency", max_length=120, required=False, help_text="Where there is no agreement; else it names it."
    )
    recipient = forms.CharField(label="Who received it", max_length=120, help_text="Name and rank or office.")
    why = forms.CharField(
        label="What they need it for", max_length=200,
        help_text="The need to know and the right to know (28 CFR 23.20(e)), like: homicide 26-0931, same supplier.",
    )  # fmt: skip
    channel = forms.ChoiceField(label="How it went", choices=Dissemination.Channel, widget=forms.RadioSelect)
    given_on = DayField(label="On", initial=timezone.localdate)

    def offer(self, officer):
        self.fields["agreement"].queryset = Agreement.objects.visible_to(officer)


class AddAgreementForm(ActionForm):
    agency = forms.CharField(label="Agency", max_length=120)
    covers = forms.CharField(
        label="What it covers", max_length=200, help_text="Like: dossiers and photographs, for drug investigations."
    )
    signed_on = DayField(label="Signed on")
    until = DayField(label="Last day", required=False, help_text="Leave it empty where it has no end.")


class ChangeAgreementForm(CorrectionForm):
    covers = forms.CharField(label="What it covers", max_length=200)
    until = DayField(
        label="Last day", required=False,
        help_text="To end the agreement, give its last day: from the next on nothing can be given under it.",
    )  # fmt: skip
