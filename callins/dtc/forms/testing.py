"""Who is tested, and what was found."""

from django import forms
from django.contrib.postgres.forms import SimpleArrayField

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models.course import choices
from callins.dtc.program.draw import Specimen
from callins.dtc.program.events import Finding
from dealers.forms.fields import MOMENT
from dmi.forms import DAY, ActionForm

CAUSES = [("cause", "For cause"), ("intake", "At intake")]


class OrderTestForm(ActionForm):
    why = forms.ChoiceField(label="Why", choices=TO_CHOOSE + CAUSES)
    specimen = forms.ChoiceField(label="Specimen", choices=choices(Specimen), initial=Specimen.URINE)


class RecordCollectionForm(ActionForm):
    collected_at = forms.DateTimeField(label="Given at", widget=MOMENT)
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
    finding = forms.ChoiceField(label="Finding", choices=TO_CHOOSE + choices(Finding))
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
