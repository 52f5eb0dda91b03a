"""Forms for what keeps a record as it stands."""

from django import forms

from dmi.forms import ActionForm


class SetHoldForm(ActionForm):
    because = forms.CharField(
        label="Why it has to be kept", max_length=200,
        help_text="Like: subpoena in docket 26-1181; preservation letter of 3 March. No names of other people.",
    )  # fmt: skip


class ReleaseHoldForm(ActionForm):
    because = forms.CharField(
        label="Why it need not be kept any more", max_length=200, help_text="Like: the case has ended."
    )
