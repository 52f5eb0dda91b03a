"""The form for the CRT's rhythm."""

from django import forms

from dmi.accounts.models import TaskForce
from dmi.forms import CorrectionForm

WEEKDAYS = [(str(number), name) for number, name in TaskForce._meta.get_field("meets_on").choices]
RHYTHMS = [(str(days), words) for days, words in TaskForce._meta.get_field("meets_every_days").choices]


class ChangeCadenceForm(CorrectionForm):
    meets_on = forms.TypedChoiceField(label="Meets on", choices=WEEKDAYS, coerce=int)
    meets_at = forms.TimeField(
        label="At", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), input_formats=["%H:%M", "%H:%M:%S"],
        help_text="By the clock on the wall, summer and winter.",
    )  # fmt: skip
    meets_every_days = forms.TypedChoiceField(label="How often", choices=RHYTHMS, coerce=int)
    item_days = forms.IntegerField(
        label="Days an item stands on the sheet", min_value=7, max_value=28, help_text="Unless it is justified again."
    )
    alert_hours = forms.IntegerField(
        label="Hours to the first action on an alert", min_value=12, max_value=168,
        help_text="Counts for alerts raised from now on.",
    )  # fmt: skip
    most_points = forms.IntegerField(
        label="Points a meeting takes", min_value=5, max_value=60,
        help_text="What is less pressing waits for the next, and the agenda says so.",
    )  # fmt: skip
