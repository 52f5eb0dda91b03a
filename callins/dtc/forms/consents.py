"""Consents, and what is told under them."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models import Consent, StatusReport
from dmi.forms import DAY, ActionForm


class RecordConsentForm(ActionForm):
    rule = forms.ChoiceField(label="Rule", choices=TO_CHOOSE + Consent.Rule.choices)
    scope = forms.ChoiceField(label="What may be told", choices=TO_CHOOSE + Consent.Scope.choices)
    discloser = forms.CharField(label="Who may tell it", max_length=120)
    recipients = forms.CharField(label="To whom", max_length=200)
    purpose = forms.CharField(label="Why", max_length=200)
    signed_on = day("Signed on")
    signed_by = forms.CharField(label="Signed by", max_length=120)
    expires_on = forms.DateField(label="Expires on", widget=DAY, required=False, help_text="2.31 needs it.")
    revocable_from = forms.CharField(
        label="May be revoked from", max_length=160, required=False,
        help_text="2.35 needs it: a date or an event, no later than the final disposition.",
    )  # fmt: skip
    revocable_on = forms.DateField(label="The day of that, once it is known", widget=DAY, required=False)


class ReportStatusForm(ActionForm):
    says = forms.ChoiceField(
        label="Status",
        choices=TO_CHOOSE + StatusReport.Says.choices,
        help_text="One word and today’s date; never a test.",
    )
