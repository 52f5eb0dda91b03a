"""The weekly meeting, and who was there, by JSON."""

from django.urls import path

from callins.dtc import services
from callins.dtc.api.base import OfParticipant
from callins.dtc.forms import meetings as forms


class RecordAttendance(OfParticipant):
    form, service = forms.RecordAttendanceForm, services.record_attendance


ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}attendance/", RecordAttendance.as_view(), name="record_attendance"),
]
