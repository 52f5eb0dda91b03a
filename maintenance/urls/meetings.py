from django.urls import path

from maintenance.views import attendance, meetings, minutes, wall

urlpatterns = [
    path("meetings/", meetings.view_meetings, name="view_meetings"),
    path("meetings/open/", meetings.open_meeting, name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", wall.view_meeting, name="view_meeting"),
    path("meetings/<uuid:meeting_id>/week/", meetings.view_week, name="view_week"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", meetings.put_on_agenda, name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", meetings.write_headline, name="write_headline"),
    path("meetings/<uuid:meeting_id>/carry-rest/", meetings.carry_rest, name="carry_rest"),
    path("meetings/<uuid:meeting_id>/close/", meetings.close_meeting, name="close_meeting"),
    path("meetings/<uuid:meeting_id>/minutes/", minutes.download_minutes, name="download_minutes"),
    path("meetings/<uuid:meeting_id>/note-attendance/", attendance.note_attendance, name="note_attendance"),
    path(
        "meetings/<uuid:meeting_id>/attendances/<int:presence_id>/strike/",
        attendance.strike_attendance,
        name="strike_attendance",
    ),
    path("meetings/items/<uuid:item_id>/decide/", wall.decide, name="decide"),
    path("meetings/items/<uuid:item_id>/take-back/", wall.take_back_decision, name="take_back_decision"),
]
