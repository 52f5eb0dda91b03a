"""What a link chart is asked for, and the form that keeps it under a name."""

import json

from django import forms
from django.http import QueryDict

from dealers.charts import FILES, MEASURES, Asked
from dealers.charts.asked import FORCE, KIN, LAYERED, WEAK
from dealers.charts.measuring import COLUMNS
from dealers.forms.fields import DayField
from dealers.models import Dealer, Involvement, Tie
from dealers.models.dealer import is_id
from dmi.forms import ActionForm

KINDS = [choice for choice in Tie.Kind.choices if choice[0] != Tie.Kind.KIN]
ORDERS = [("", "By rank"), *((f"{way}{name}", label) for name, label in COLUMNS.items() for way in ("", "-"))]
MOST_PINNED = 2000


class PersonByKey(forms.ModelChoiceField):
    """Somebody on the chart. Who is not there, or may not be seen, is nobody: the chart itself knows whom it shows."""

    def clean(self, value):
        return value if value and is_id(value) else ""


class PeopleByKey(forms.ModelMultipleChoiceField):
    def clean(self, value):
        return tuple(dict.fromkeys(each for each in value or () if is_id(each)))


class ChartForm(forms.Form):
    """The filter of a chart: an address with these fields shows the same chart to whoever may see it."""

    kind = forms.MultipleChoiceField(
        label="Ties", choices=KINDS, required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip
    also = forms.MultipleChoiceField(
        label="Draw besides, dashed",
        choices=[(KIN, "Kin"), (WEAK, "Below “probable”")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    role = forms.MultipleChoiceField(
        label="Layers", choices=Involvement.Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    source = forms.ChoiceField(
        label="Source",
        choices=[("", "Any source"), ("C", "Fairly reliable or better"), ("B", "Usually reliable or better")],
        required=False,
    )
    content = forms.ChoiceField(
        label="Content", choices=[("", "Probable or better"), ("1", "Confirmed only")], required=False
    )
    since = DayField(label="Seen on or after", required=False)
    until = DayField(label="Begun on or before", required=False)
    measure = forms.ChoiceField(
        label="Size and rank by", choices=list(MEASURES.items()), required=False, initial=Asked.measure
    )
    layout = forms.ChoiceField(
        label="Layout",
        choices=[(LAYERED, "By layer"), (FORCE, "Who is tied stands close")],
        required=False,
        initial=LAYERED,
    )
    order = forms.ChoiceField(label="Order of the table", choices=ORDERS, required=False, widget=forms.HiddenInput)
    around = PersonByKey(Dealer.objects.none(), label="Around whom", required=False)
    opened = PeopleByKey(Dealer.objects.none(), label="Whose ties are opened besides", required=False)
    removed = PeopleByKey(Dealer.objects.none(), label="Removed", required=False)

    def asked(self):
        """What the form takes; of what it does not, nothing is asked."""
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value and name in ChartForm.base_fields}
        listed = {name: tuple(value) for name, value in said.items() if isinstance(value, list)}
        return Asked(**said | listed)


class ExportForm(ChartForm):
    file = forms.ChoiceField(label="File", choices=list(FILES.items()))

    def chosen(self):
        """One of the files, or nothing where something else was asked for."""
        self.is_valid()
        return self.cleaned_data.get("file", "")


class AnalyseChartForm(ActionForm):
    asked = forms.CharField(
        label="What it asks", max_length=4000, required=False, widget=forms.HiddenInput,
        help_text="As the address of the chart has it behind its question mark.",
    )  # fmt: skip

    def clean_asked(self):
        return understood(self.cleaned_data["asked"])


class SaveChartForm(ActionForm):
    name = forms.CharField(label="Name of the chart", max_length=60)
    asked = forms.CharField(
        label="What it asks", max_length=4000, required=False, widget=forms.HiddenInput,
        help_text="As the address of the chart has it behind its question mark.",
    )  # fmt: skip
    pinned = forms.CharField(
        label="Who is pinned where", max_length=100_000, required=False, widget=forms.HiddenInput,
        help_text="JSON: ids, each with [across, down] in a frame of one by one.",
    )  # fmt: skip
    is_shared = forms.BooleanField(
        label="Share it with those who work the market", required=False,
        help_text="Each sees in it whom he may see himself.",
    )  # fmt: skip

    def clean_asked(self):
        return understood(self.cleaned_data["asked"]).question()

    def clean_pinned(self):
        """Whatever is no place of a person in the frame is refused."""
        try:
            said = json.loads(self.cleaned_data["pinned"] or "{}")
            pinned = {key: [within(each) for each in place] for key, place in said.items() if is_id(key)}
        except (ValueError, TypeError, AttributeError, RecursionError) as wrong:
            raise forms.ValidationError("This says of nobody where they are pinned.") from wrong
        if len(pinned) > MOST_PINNED or any(len(place) != 2 for place in pinned.values()):
            raise forms.ValidationError("This says of nobody where they are pinned.")
        return pinned


def understood(address):
    """dealers.charts.Asked of what an address has behind its question mark. PostgreSQL takes no NUL."""
    return ChartForm(QueryDict(address.replace("%00", ""))).asked()


def within(number):
    """A share of the frame, and a little beyond its rim."""
    if not -0.5 <= float(number) <= 1.5:
        raise ValueError
    return round(float(number), 4)
