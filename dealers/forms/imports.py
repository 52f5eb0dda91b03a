"""Forms for lists of names from elsewhere."""

from django import forms

from dealers.forms.fields import InMarketForm
from dmi.tables import text_of


class ImportDealersForm(InMarketForm):
    """Checks a list; nothing is logged until the good rows are confirmed."""

    file = forms.FileField(
        label="CSV file", required=False, widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"})
    )
    text = forms.CharField(
        label="Or paste the list", required=False, max_length=500_000, widget=forms.Textarea(attrs={"rows": 8})
    )

    def clean(self):
        if not self.cleaned_data.get("file") and not self.cleaned_data.get("text"):
            raise forms.ValidationError("Choose a file or paste a list.")
        return self.cleaned_data

    def text_given(self):
        """The list, pasted or from the file; either way it then stands in the form to be mended."""
        file = self.cleaned_data["file"]
        text = text_of(file.read()) if file else self.cleaned_data["text"]
        typed = self.data.copy()  # type: ignore[has-type]
        typed["text"] = text
        self.data = typed
        return text
