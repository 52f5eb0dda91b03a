"""Forms for exhibits, their custody, and the file of a case."""

from django import forms

from dealers.cases.models import Buy, CaseFile, Exhibit
from dealers.forms.fields import MOMENT, NEVER_NAME
from dmi.forms import ActionForm

KINDS = "PDF, JPEG, PNG, HEIC, MP4, MOV, WAV, MP3 or text, at most 2 GB. Send the original, not a copy of it."


class AddExhibitForm(ActionForm):
    """`buys` of the case are what it may belong to; the page and the API hand them over."""

    kind = forms.ChoiceField(
        label="What it is", choices=Exhibit.Kind, initial=Exhibit.Kind.FILE, widget=forms.RadioSelect
    )
    description = forms.CharField(label="Description", max_length=200, help_text="As a stranger would tell it apart.")
    file = forms.FileField(label="File", required=False, max_length=120, help_text=KINDS)
    buy = forms.ModelChoiceField(Buy.objects.none(), label="From a buy", required=False, empty_label="From none")
    received_from = forms.CharField(label="Received from", max_length=80, help_text=NEVER_NAME)
    received_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")
    place = forms.CharField(label="Where it is kept", max_length=120, required=False)

    def __init__(self, *args, case=None, **kwargs):
        self.case = case
        super().__init__(*args, **kwargs)

    def offer(self, officer):
        if self.case:
            self.fields["buy"].queryset = Buy.objects.visible_to(officer).of(self.case.dealer_id)


class LogCustodyForm(ActionForm):
    given_to = forms.CharField(label="Given to", max_length=80, help_text="Who has it from now on, or the locker.")
    why = forms.CharField(label="Why", max_length=200, help_text="To the laboratory, to court, returned to its owner.")
    place = forms.CharField(label="Where it is kept", max_length=120, required=False)
    happened_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")


class DownloadCaseFileForm(ActionForm):
    purpose = forms.ChoiceField(label="What for", choices=CaseFile.Purpose, widget=forms.RadioSelect)
    recipient = forms.CharField(label="Who receives it", max_length=120, help_text="Office and name.")
