"""The form of what the defence is given."""

from django import forms

from dealers.cases.models import Case
from dmi.forms import ActionForm


class DiscloseRecordForm(ActionForm):
    docket = forms.CharField(label="Docket number", max_length=60)
    counsel = forms.CharField(label="Counsel for the defence", max_length=120)
    cases = forms.ModelMultipleChoiceField(
        Case.objects.none(), label="Case files that go with it", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Each as the defence has it: without the state and the clock of the case.",
    )  # fmt: skip
    withheld = forms.CharField(
        label="What else is withheld, and by which rule", max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stands in the bundle. Sources and other people’s names are withheld and said in any case.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["cases"].queryset = Case.objects.visible_to(officer)

    def only_of(self, dealer):
        """On the page, where it is known whose record it is, cases of another are no choice."""
        self.fields["cases"].queryset = self.fields["cases"].queryset.of(dealer)
