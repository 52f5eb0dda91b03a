"""Lists of incidents: where they come from, which column is which, what each wording counts as."""

from django import forms

from dmi.forms import ActionForm
from markets import keeping, records
from markets.models import LEFT_OUT, Category, IncidentBatch

NOT_IN_THE_LIST = ("", "Not in this list")
COUNTS_AS = [*Category.choices, (LEFT_OUT, "Not counted: no crime")]
LABELS = {
    "number": "Number of the report or call",
    "occurred_on": "Day, or day and time",
    "occurred_time": "Time, where it has a column of its own",
    "code": "NIBRS code",
    "offence": "Offence in their words",
    "is_drug_related": "Drug related (yes or no)",
    "victim_is_dealer": "Victim is a dealer (yes or no)",
}


class UploadIncidentsForm(ActionForm):
    source = forms.CharField(
        label="Where it comes from", max_length=80, widget=forms.TextInput(attrs={"list": "sources"}),
        help_text="The system, such as “Records system”. How its columns and offences are named is remembered.",
    )  # fmt: skip
    holds = forms.ChoiceField(
        label="What it holds", choices=IncidentBatch.Holds, initial=IncidentBatch.Holds.INCIDENTS,
        widget=forms.RadioSelect,
        help_text="Reports and calls are numbered apart and never added up.",
    )  # fmt: skip
    file = forms.FileField(
        label="File", help_text=f"CSV, at most {keeping.most()}, or XLSX. Its first line names the columns.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,text/csv"}),
    )  # fmt: skip


class CountsAs(forms.Widget):
    """Theirs and ours beside each other, sent as two lists of the same length; from JSON, an object."""

    batch: IncidentBatch  # whose wordings they are

    def value_from_datadict(self, data, files, name):
        if not hasattr(data, "getlist"):
            return data.get(name)
        return dict(zip(data.getlist("said"), data.getlist("counts_as"), strict=False))

    def value_omitted_from_data(self, data, files, name):
        return name not in data and "said" not in data

    def rows(self, chosen):
        """(their words, how often, what it counts as so far), what nobody named yet first."""
        found = self.batch.found
        return sorted(
            ((said, found[said], chosen.get(said, "")) for said in self.batch.found_in_order),
            key=lambda row: bool(row[2]),
        )


class WordingsField(forms.JSONField):
    """Their wording -> our category."""

    widget = CountsAs

    def to_python(self, value):
        return value or {}

    def has_changed(self, initial, data):
        return True

    def bound_data(self, data, initial):
        return data

    def prepare_value(self, value):
        return value

    def validate(self, value):
        super().validate(value)
        known = {each for each, _ in COUNTS_AS} | {""}
        if not isinstance(value, dict) or not all(isinstance(each, str) and each in known for each in value.values()):
            raise forms.ValidationError("Say for each wording which of our categories it counts as.")


def column_field(name):
    label = LABELS.get(name, name.replace("_", " ").capitalize())
    return forms.CharField(label=label, max_length=200, required=name in records.NEEDED, widget=forms.Select)


class Columns(forms.forms.DeclarativeFieldsMetaclass):
    """A field for each column of ours; its value is the name that the list has for it."""

    def __new__(cls, name, bases, attributes):
        fields = {column: column_field(column) for column in records.COLUMNS}
        return super().__new__(cls, name, bases, fields | attributes)


class MapIncidentsForm(ActionForm, metaclass=Columns):
    """Which column of the list is which of ours, and what its wordings count as."""

    WHAT = ("number", "code", "offence")
    WHEN = ("occurred_on", "occurred_time", "day_order")
    WHERE = ("address", "latitude", "longitude")
    MARKS = ("is_drug_related", "victim_is_dealer")

    day_order = forms.ChoiceField(
        label="How days are written", required=False,
        choices=[("", "As the list shows"), *(each for each in IncidentBatch.DayOrder.choices if each[0] != "ask")],
        help_text="Asked only where the list leaves it open.",
    )  # fmt: skip
    wordings = WordingsField(label="What their words count as", required=False)

    def __init__(self, *args, batch=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch = batch
        if batch:
            self.fields["wordings"].widget.batch = batch
            for name in records.COLUMNS:
                self.fields[name].widget.choices = [NOT_IN_THE_LIST, *((header, header) for header in batch.header)]

    def groups(self):
        titles = {"What": self.WHAT, "When": self.WHEN, "Where": self.WHERE, "Marks": self.MARKS}
        return [(title, [self[name] for name in names]) for title, names in titles.items()]

    def wording_rows(self):
        """(their words, how often, what it counts as so far), what nobody named yet first."""
        chosen = self.data_of_wordings() if self.is_bound else self.initial.get("wordings", {})
        return self.fields["wordings"].widget.rows(chosen)

    def data_of_wordings(self):
        typed = self["wordings"].data
        return typed if isinstance(typed, dict) else {}
