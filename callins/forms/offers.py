"""Forms of the offer: its terms, the answer, the signature."""

from django import forms
from django.contrib.postgres.forms import SimpleArrayField

from callins.models import Agreement, Offer, OfferCondition, ReservedService
from dealers.forms.fields import DayField
from dmi.forms import ActionForm

Kind = OfferCondition.Kind
ROW = forms.Textarea(attrs={"rows": 2})
ANSWERS = [choice for choice in Offer.State.choices if choice[0] in ("accepted", "declined")]


class RowsField(SimpleArrayField):
    """Conditions, one a line; in the API a list. Empty lines are none."""

    def __init__(self, label, help_text=""):
        text = forms.CharField(max_length=300, required=False)
        super().__init__(
            text, delimiter="\n", label=label, help_text=help_text, required=False, max_length=12, widget=ROW
        )

    def to_python(self, value):
        return [text for text in super().to_python(value) if text]


class MakeOfferForm(ActionForm):
    """On a plea its terms must be there, on banked cases the help: the page says so before it is sent."""

    services = forms.MultipleChoiceField(
        label="Help that is offered", choices=ReservedService.Service, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    pending_count = forms.CharField(label="Count as charged", max_length=120, required=False)
    pleaded_count = forms.CharField(label="Count pleaded to", max_length=120, required=False)
    reduced_from = forms.CharField(label="Sentence without the agreement", max_length=160, required=False)
    sentence = forms.CharField(label="Sentence agreed", max_length=160, required=False)
    treatment_court = RowsField("Treatment court", "One condition a line. At least 180 days; a weekly meeting.")
    testing = RowsField("Drug testing", "How often, and who draws the sample.")
    inspection = RowsField("Inspections of the residence", "Which rooms, at what hours. A check-in names its number.")
    supervision = RowsField("Supervision", "By whom, and how often to report.")
    other = RowsField("Other")
    judge = forms.CharField(label="Judge", max_length=80, required=False)
    plea_entered_on = DayField(label="Plea entered on", required=False, help_text="Left empty until it is.")

    PLEA = ("pending_count", "pleaded_count", "reduced_from", "sentence")
    COURT = ("judge", "plea_entered_on")
    CONDITIONS = tuple(Kind.values)

    def __init__(self, *args, is_plea=None, **kwargs):
        super().__init__(*args, **kwargs)
        if is_plea is not None:
            self.fields["services"].required = not is_plea
            for name in self.PLEA:
                self.fields[name].required = is_plea


class AnswerOfferForm(ActionForm):
    answer = forms.ChoiceField(label="The answer", choices=ANSWERS, widget=forms.RadioSelect)
    why = forms.CharField(label="In the person’s own words", max_length=300, required=False)


class SignAgreementForm(ActionForm):
    how = forms.ChoiceField(
        label="How it is signed", choices=Agreement.How, widget=forms.RadioSelect, initial=Agreement.How.DRAWN
    )
    page = forms.FileField(
        label="Scanned page", max_length=120,
        help_text="PDF, JPEG or PNG, at most 12 MB. Of a drawing: the PNG picture of it.",
    )  # fmt: skip
    witness = forms.CharField(label="Witness", max_length=80, help_text="Who saw it signed: name, and office or badge.")
