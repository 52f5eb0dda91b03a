"""The form that makes a month's page."""

from django import forms
from django.utils import timezone

from dmi.forms import ActionForm
from maintenance.models import MonthlyPage

MONTHS_BACK = 12


class MakeMonthlyPageForm(ActionForm):
    month = forms.DateField(label="Month", widget=forms.Select, help_text="One that is over. Any of its days will do.")
    words = forms.CharField(
        label="What changed", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="A few sentences for chief and mayor, without names. They stand first on the page.",
    )  # fmt: skip

    def offer(self, officer):
        """The months of the last year that have no page, the latest first."""
        months = MonthlyPage.objects.visible_to(officer).missing(timezone.localdate(), MONTHS_BACK)
        self.fields["month"].widget.choices = [(f"{month:%Y-%m-%d}", f"{month:%B %Y}") for month in months]
