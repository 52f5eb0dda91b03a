"""What moves a course: pauses, decisions, relapses, incentives and sanctions."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models import Response
from callins.dtc.models.course import choices
from callins.dtc.program.events import Consequence, PauseKind
from dmi.forms import DAY, ActionForm, CorrectionForm


class BeginPauseForm(ActionForm):
    kind = forms.ChoiceField(label="Why the clock stands", choices=TO_CHOOSE + choices(PauseKind))
    began_on = day("First day that does not count")
    where = forms.CharField(label="Where", max_length=120, required=False)


class CorrectPauseForm(CorrectionForm):
    kind = forms.ChoiceField(label="Why the clock stood", choices=choices(PauseKind))
    began_on = forms.DateField(label="First day that does not count", widget=DAY)
    ended_on = forms.DateField(
        label="First day that counts again", widget=DAY, required=False, help_text="Empty while the clock stands."
    )
    where = forms.CharField(label="Where", max_length=120, required=False)
    why = forms.CharField(
        label="Why this is corrected", max_length=200, help_text="The history keeps what stood there, and this reason."
    )


class EndPauseForm(ActionForm):
    ended_on = day("First day that counts again")


class DecisionForm(ActionForm):
    decided_on = day("Decided on")
    why = forms.CharField(label="Why", max_length=300)


class LogResponseForm(ActionForm):
    kind = forms.ChoiceField(label="Kind", choices=TO_CHOOSE + Response.Kind.choices)
    behaviour = forms.CharField(label="What it answers", max_length=160)
    behaved_on = day("Day of that")
    response = forms.CharField(label="What was given", max_length=160)
    given_on = day("Given on", help_text="The sooner, the more it teaches; the days between are measured.")


class CloseSanctionForm(ActionForm):
    closed_on = day("Done on")


class LogSelfReportForm(ActionForm):
    used_on = day("Day of use")
    substance = forms.CharField(label="Substance", max_length=60, required=False)
    words = forms.CharField(label="What was told", max_length=300, required=False)


class DecideRelapseForm(DecisionForm):
    about = forms.CharField(
        label="Relapse", max_length=32, widget=forms.Select, help_text="By the API: the key under `undecided`."
    )
    consequence = forms.ChoiceField(label="What follows", choices=TO_CHOOSE + choices(Consequence))

    field_order = ("about", "consequence", "decided_on", "why")

    def choose_from(self, relapses):
        """On the page: those that wait."""
        self.fields["about"].widget.choices = [(each.about, f"{each.on:%-d %b %Y}") for each in relapses]
