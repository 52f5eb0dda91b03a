"""The weekly meeting, and who was there."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE
from callins.dtc.models.course import choices
from callins.dtc.program.events import Attendance
from dealers.forms.fields import MOMENT
from dmi.forms import ActionForm


class RecordAttendanceForm(ActionForm):
    starts_at = forms.DateTimeField(label="Meeting", widget=MOMENT)
    place = forms.CharField(label="Where", max_length=120)
    how = forms.ChoiceField(label="Attendance", choices=TO_CHOOSE + choices(Attendance))
    excuse = forms.CharField(label="Why excused", max_length=200, required=False)
