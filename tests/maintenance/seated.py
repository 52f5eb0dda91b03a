"""Somebody at the table of a meeting, open or closed."""

from maintenance.models import MeetingAttendance


def seated(meeting, by):
    guest = MeetingAttendance.objects.create(
        meeting=meeting, name="T. Varga", agency="Housing", by=by, at=meeting.opened_at
    )
    return {"presence_id": guest.pk}
