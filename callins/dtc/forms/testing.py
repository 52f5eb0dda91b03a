"""Who is tested, and what was found."""

import django_filters
from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils import timezone

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models import DrugTest
from callins.dtc.models.course import choices
from callins.dtc.program.draw import Specimen
from callins.dtc.program.events import Finding
from dealers.forms.fields import MOMENT
from dmi.forms import DAY, ActionForm

FINDINGS = [(value, label) for value, label in choices(Finding) if value != Finding.EXPLAINED]  # a prescription says it
CAUSES = [("cause", "For cause"), ("intake", "At intake")]


class OrderTestForm(ActionForm):
    why = forms.ChoiceField(label="Why", choices=TO_CHOOSE + CAUSES)
    specimen = forms.ChoiceField(label="Specimen", choices=choices(Specimen), initial=Specimen.URINE)


class RecordCollectionForm(ActionForm):
    collected_at = forms.DateTimeField(label="Given at", widget=MOMENT, initial=timezone.now)
    observed_by = forms.CharField(label="Observed by", max_length=80, required=False)
    panel = SimpleArrayField(
        forms.CharField(max_length=60), label="Substances tested for", help_text="With commas between them."
    )
    creatinine = forms.DecimalField(
        label="Creatinine, mg/dL", min_value=0, max_value=1000, decimal_places=1, required=False,
        help_text="Below 20 the sample is dilute: neither negative nor positive.",
    )  # fmt: skip
    is_tampered = forms.BooleanField(label="Tampered with", required=False)


class RecordResultForm(ActionForm):
    finding = forms.ChoiceField(label="Finding", choices=TO_CHOOSE + FINDINGS)
    substance = forms.CharField(
        label="Substance", max_length=60, required=False, help_text="Empty where it is said of the whole test."
    )
    found_on = day("Found on")
    source = forms.CharField(
        label="Source", max_length=120, help_text="The cup, the laboratory’s number, or who decided."
    )


class LogPrescriptionForm(ActionForm):
    medicine = forms.CharField(label="Medicine", max_length=60)
    shows_as = SimpleArrayField(
        forms.CharField(max_length=60), label="Shows in a panel as", help_text="With commas between them."
    )
    prescriber = forms.CharField(label="Prescribed by", max_length=80)
    from_on = day("From")
    until_on = forms.DateField(label="Until", widget=DAY, required=False)


class EndPrescriptionForm(ActionForm):
    until_on = day(
        "Last day", help_text="It may be a day to come. What is confirmed of later days, it does not explain."
    )


class TestsFilter(django_filters.FilterSet):
    STATES = [
        ("outstanding", "To be given"),
        ("awaiting", "Without a last word"),
        ("positive", "With a positive finding"),
        ("failed", "Missed or tampered with"),
    ]
    state = django_filters.ChoiceFilter(choices=STATES, method="stands", label="Which", empty_label="All")

    class Meta:
        model = DrugTest
        fields = ["state"]

    def stands(self, tests, name, state):
        return tests.in_state(state)


class RollForm(forms.Form):
    """What of the day's roll is shown."""

    show = forms.ChoiceField(label="Show", required=False, choices=[("", "All of today"), ("to_do", "To do")])

    def is_to_do(self):
        return self.is_valid() and self.cleaned_data["show"] == "to_do"
