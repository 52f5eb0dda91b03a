"""Forms of the evening: who came, who did not, and what was shown to whom."""

from django import forms

from callins.arrivals import ABSENCES
from callins.models import Invitation
from dealers.forms.fields import MOMENT
from dmi.forms import ActionForm

Outcome = Invitation.Outcome


class TapForm(ActionForm):
    """One tap at the door. The tablet says when it was, for it may arrive here much later."""

    tapped_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")

    def says(self):
        """The outcome, once the form is valid."""
        raise NotImplementedError


class RecordArrivalForm(TapForm):
    def says(self):
        return Outcome.ATTENDED


class RecordAbsenceForm(TapForm):
    outcome = forms.ChoiceField(label="What became of it", choices=ABSENCES, widget=forms.RadioSelect)
    field_order = ("outcome",)

    def says(self):
        return self.cleaned_data["outcome"]


class UndoAttendanceForm(TapForm):
    def says(self):
        return Outcome.PENDING


class ShowEvidenceForm(ActionForm):
    what = forms.CharField(
        label="What was shown", max_length=160,
        help_text="As the case calls it: video of the buy of 12 January, exhibit 3.",
    )  # fmt: skip
