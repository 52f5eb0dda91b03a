"""Forms for moving a case along: one for each transition that is told something."""

from django import forms
from django.utils import timezone

from dealers.cases.forms.cases import OfficerField
from dealers.cases.models import Trigger
from dealers.forms.fields import MOMENT, NEVER_NAME
from dmi.accounts.models import User
from dmi.forms import DAY, ActionForm


class SaidField(forms.CharField):
    """A few sentences about a case."""

    def __init__(self, label, *, longest=300, **kwargs):
        rows = forms.Textarea(attrs={"rows": 3})
        super().__init__(label=label, max_length=longest, widget=rows, **{"help_text": NEVER_NAME, **kwargs})


class SubmitToProsecutorForm(ActionForm):
    prosecutor = OfficerField(
        User.objects.none(), label="For", required=False, empty_label="Whoever takes it",
        help_text="It stands in this prosecutor’s queue, else in that of all who work the market.",
    )  # fmt: skip
    because = SaidField("A note", required=False)

    def offer(self, officer):
        self.fields["prosecutor"].queryset = User.objects.visible_to(officer).holding("cases.approve_case")


class ReturnCaseForm(ActionForm):
    because = SaidField("What is missing")


class DeclineCaseForm(ActionForm):
    because = SaidField("Why no prosecution follows")


class ApproveCaseForm(ActionForm):
    without_lab = SaidField(
        "Why it stands without a positive laboratory result", required=False,
        help_text="Only where the laboratory found nothing or has not answered. " + NEVER_NAME,
    )  # fmt: skip


class RequestActivationForm(ActionForm):
    kind = forms.ChoiceField(label="What broke the promise", choices=Trigger.Kind, widget=forms.RadioSelect)
    happened_at = forms.DateTimeField(label="When it happened", widget=MOMENT)
    words = SaidField("What happened")

    def offer(self, officer):
        self.fields["happened_at"].initial = timezone.now


class RefuseActivationForm(ActionForm):
    because = SaidField("Why it stays banked")


class ActivateCaseForm(ActionForm):
    vouched_for_time = SaidField(
        "That there is still time", required=False,
        help_text="In the last days before the limitation only the prosecutor can say so, and does it here.",
    )  # fmt: skip


class RecordActivationArrestForm(ActionForm):
    arrested_at = forms.DateTimeField(label="Arrested", widget=MOMENT)

    def offer(self, officer):
        self.fields["arrested_at"].initial = timezone.now


class ChargeCaseForm(ActionForm):
    commenced_by = forms.CharField(
        label="By which act", max_length=120, help_text="Information filed, indictment, citation, arrest."
    )
    commenced_on = forms.DateField(label="On", widget=DAY, help_text="The day on which the prosecution commenced.")
    docket = forms.CharField(label="Docket", max_length=40, required=False)

    def offer(self, officer):
        self.fields["commenced_on"].initial = timezone.localdate


class DisposeCaseForm(ActionForm):
    outcome = SaidField("Disposition and sentence")


class ConvertToPleaForm(ActionForm):
    outcome = SaidField("Terms of the plea")


class ReleaseCaseForm(ActionForm):
    because = SaidField("Why the promise counts as kept")


class RecordWaiverForm(ActionForm):
    signed_on = forms.DateField(label="Signed on", widget=DAY)
    until_on = forms.DateField(label="Waived until", widget=DAY, help_text="The last day on which to commence.")
    is_signed_by_defendant = forms.BooleanField(label="The defendant signed it", required=False)
    is_consented = forms.BooleanField(label="The prosecution consents", required=False)
