from django import forms

from dmi.forms import DAY, ActionForm


class FreezeBaselineForm(ActionForm):
    before_from = forms.DateField(label="Before, from", widget=DAY)
    before_until = forms.DateField(
        label="Before, until", widget=DAY,
        help_text="The last day that counts as before; whole years keep the seasons out of the comparison.",
    )  # fmt: skip
    after_from = forms.DateField(
        label="After, from", widget=DAY, help_text="The day on which the action begins: the sweep, else the call-in."
    )
    after_until = forms.DateField(
        label="After, until", widget=DAY, required=False,
        help_text="Left open, the time after ends with the last day that the lists cover.",
    )  # fmt: skip


class ReplaceBaselineForm(ActionForm):
    because = forms.CharField(label="Why", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


def windows_of(baseline):
    """Of a baseline that was replaced, to begin from; nothing where there was none."""
    return {name: getattr(baseline, name) for name in FreezeBaselineForm.base_fields} if baseline else {}
