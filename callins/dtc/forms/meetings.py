"""The weekly meeting, and who was there."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE
from callins.dtc.models.course import choices
from callins.dtc.program.events import Attendance
from callins.dtc.services.plan_meeting import MOST_WEEKS
from dealers.forms.fields import MOMENT
from dmi.forms import ActionForm, CorrectionForm

EXCUSES = ("At work", "Ill", "In court", "Caring for a child")  # one tap each; anything else is written
WHICH = [("", "All"), ("unfinished", "Somebody to record"), ("called_off", "Called off")]


class NarrowMeetingsForm(forms.Form):
    """What the list of past meetings can be narrowed to."""

    which = forms.ChoiceField(label="Which", choices=WHICH, required=False)

    def narrow(self, meetings):
        which = self.cleaned_data["which"] if self.is_valid() else ""
        if which == "unfinished":
            return meetings.unfinished()
        return meetings.called_off() if which else meetings


class MeetingForm(ActionForm):
    starts_at = forms.DateTimeField(label="When", widget=MOMENT)
    place = forms.CharField(label="Where", max_length=120)
    led_by = forms.CharField(label="Led by", max_length=80, required=False)


class PlanMeetingForm(MeetingForm):
    weeks = forms.IntegerField(
        label="Every week, for so many weeks", min_value=1, max_value=MOST_WEEKS, initial=1,
        help_text="At the same hour by the clock. One week is one meeting.",
    )  # fmt: skip


class ChangeMeetingForm(CorrectionForm, MeetingForm):
    pass


class CallOffMeetingForm(ActionForm):
    why = forms.CharField(
        label="Why", max_length=200, help_text="Everybody in the program that day is excused for this reason."
    )


class RecordAttendanceForm(ActionForm):
    how = forms.ChoiceField(label="Attendance", choices=TO_CHOOSE + choices(Attendance))
    excuse = forms.CharField(label="Why excused", max_length=200, required=False)


class CorrectAttendanceForm(CorrectionForm):
    how = forms.ChoiceField(label="Attendance", choices=choices(Attendance))
    excuse = forms.CharField(label="Why excused", max_length=200, required=False)
    why = forms.CharField(
        label="Why this is corrected", max_length=200, help_text="The history keeps what stood there, and this reason."
    )
