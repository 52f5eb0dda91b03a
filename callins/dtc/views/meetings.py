"""The weekly meeting, and who was there."""

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import meetings as forms
from callins.dtc.views.base import of_participant


@walled("dtc.record_attendance")
def record_attendance(request, participant_id):
    done = "Attendance is recorded."
    return of_participant(request, participant_id, forms.RecordAttendanceForm, services.record_attendance, done)
