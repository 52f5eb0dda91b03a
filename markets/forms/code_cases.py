"""Forms for code cases. What is typed here the inspector writes or reads: it tells of buildings, never of people."""

from django import forms
from django.utils import timezone

from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.forms import DAY, ActionForm
from markets.models import CodeCase

NO_PEOPLE = "Nothing about people: only the building and what is wrong with it."
TODAY = {"widget": DAY, "initial": timezone.localdate}


class OpenCodeCaseForm(ActionForm):
    inspector = forms.ModelChoiceField(
        User.objects.none(), label="Inspector", empty_label="Choose an inspector",
        help_text="A partner. He sees the address, its kind and this case, and nothing else of the market.",
    )  # fmt: skip
    number = forms.CharField(label="Number", max_length=40, help_text="As the code office numbers it.")
    ordinance = forms.CharField(label="Ordinance", max_length=120)
    violation = forms.CharField(
        label="Violation", max_length=200, widget=forms.Textarea(attrs={"rows": 2}), help_text=NO_PEOPLE
    )

    def offer(self, officer):
        inspectors = User.objects.visible_to(officer).on_duty().with_role(Role.PARTNER)
        self.fields["inspector"].queryset = inspectors


class RecordNoticeForm(ActionForm):
    notice_served_on = forms.DateField(label="Served on", **TODAY)
    comply_by = forms.DateField(label="To comply by", widget=DAY)


class RecordInspectionForm(ActionForm):
    inspected_on = forms.DateField(label="Inspected on", **TODAY)
    found = forms.CharField(
        label="What you found", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NO_PEOPLE
    )
    is_complied = forms.BooleanField(label="It complies: nothing of the violation is left", required=False)
    next_on = forms.DateField(label="Next inspection", widget=DAY, required=False)


class OrderVacateForm(ActionForm):
    ordered_on = forms.DateField(label="Ordered on", **TODAY)


class CloseCodeCaseForm(ActionForm):
    outcome = forms.ChoiceField(
        label="How it ended", choices=[choice for choice in CodeCase.Outcome.choices if choice[0] != "open"],
        widget=forms.RadioSelect,
    )  # fmt: skip
    closed_on = forms.DateField(label="Closed on", **TODAY)
