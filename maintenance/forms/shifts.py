"""The form for an officer's place on the roster."""

from django import forms

from dmi.forms import CorrectionForm


class ChangeShiftForm(CorrectionForm):
    is_sworn = forms.BooleanField(
        label="On the roster: gets every hot sheet", required=False,
        help_text="Whoever leaves it opens no copy any more, not even one that was issued to him.",
    )  # fmt: skip
    shift = forms.CharField(
        label="Shift", max_length=20, required=False, widget=forms.TextInput(attrs={"list": "shifts"}),
        help_text="As roll call says it, like Days.",
    )  # fmt: skip
