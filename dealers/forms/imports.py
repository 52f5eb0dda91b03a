"""Forms for lists of names from elsewhere."""

from django import forms

from dealers.forms.fields import InMarketForm
from dealers.imports import COLUMNS
from dealers.models import ImportBatch
from dmi.forms import ActionForm

NOT_IN_THE_LIST = ("", "Not in this list")


class UploadListForm(InMarketForm):
    source = forms.CharField(
        label="Where it comes from", max_length=80, widget=forms.TextInput(attrs={"list": "sources"}),
        help_text="An office or a system, such as “County jail”. How its columns are named is remembered.",
    )  # fmt: skip
    file = forms.FileField(
        label="File",
        required=False,
        help_text="CSV or XLSX, at most 20 MB. Its first line names the columns.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,text/csv"}),
    )
    text = forms.CharField(
        label="Or paste the list", required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 6})
    )

    def clean(self):
        if not self.cleaned_data.get("file") and not self.cleaned_data.get("text"):
            raise forms.ValidationError("Choose a file or paste a list.")
        return self.cleaned_data


def column_field(name):
    return forms.CharField(
        label=name.replace("_", " ").capitalize().replace("Zip", "ZIP").replace("External id", "Number there"),
        max_length=200,
        required=False,
        widget=forms.Select,
    )


class Columns(forms.forms.DeclarativeFieldsMetaclass):
    """A field for each column of ours; its value is the name that the list has for it."""

    def __new__(cls, name, bases, attributes):
        return super().__new__(cls, name, bases, {column: column_field(column) for column in COLUMNS} | attributes)


class MapColumnsForm(ActionForm, metaclass=Columns):
    """Which column of the list is which of ours; what is not named is left out."""

    PERSON = ("last_name", "first_name", "middle_name", "suffix", "street_names", "date_of_birth", "sex")
    FOUND = ("phone", "address", "city", "state", "zip", "plate", "external_id")
    WHY = ("predicate", "source", "role", "reliability", "validity")

    def __init__(self, *args, batch=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.fields if batch else ():
            self.fields[name].widget.choices = [NOT_IN_THE_LIST, *((header, header) for header in batch.header)]

    def groups(self):
        """The fields as the page sets them: who, where to be found, why."""
        titles = {"The person": self.PERSON, "Where to be found": self.FOUND, "Why, and on whose word": self.WHY}
        return [(title, [self[name] for name in names]) for title, names in titles.items()]


class LinesField(forms.TypedMultipleChoiceField):
    """Rows of a list by their line numbers; which there are the service knows."""

    def __init__(self, **kwargs):
        super().__init__(coerce=int, **kwargs)

    def valid_value(self, value):
        return value.isascii() and value.isdigit() and len(value) < 9


class ImportDealersForm(ActionForm):
    which = forms.ChoiceField(
        label="Which rows", choices=ImportBatch.Which, initial=ImportBatch.Which.NEW, widget=forms.RadioSelect
    )
    rows = LinesField(label="Rows, by their lines", required=False)

    def clean(self):
        if self.cleaned_data.get("which") == ImportBatch.Which.CHOSEN and not self.cleaned_data.get("rows"):
            raise forms.ValidationError("Tick the rows that are to be imported.")
        return self.cleaned_data
