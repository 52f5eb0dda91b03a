from django.urls import path

from maintenance.views import boards, copies, hot_sheets, lessons, meetings

app_name = "maintenance"
urlpatterns = [
    path("boards/", boards.view_boards, name="view_boards"),
    path("boards/<uuid:market_id>/", boards.view_board, name="view_board"),
    path("boards/<uuid:market_id>/lessons/", lessons.view_lessons, name="view_lessons"),
    path("boards/<uuid:market_id>/lessons/export/", lessons.export_lessons, name="export_lessons"),
    path("meetings/", meetings.view_meetings, name="view_meetings"),
    path("meetings/open/", meetings.open_meeting, name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", meetings.view_meeting, name="view_meeting"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", meetings.put_on_agenda, name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", meetings.write_headline, name="write_headline"),
    path("meetings/<uuid:meeting_id>/close/", meetings.close_meeting, name="close_meeting"),
    path("meetings/<uuid:meeting_id>/freeze-hot-sheet/", hot_sheets.freeze_hot_sheet, name="freeze_hot_sheet"),
    path("meetings/items/<uuid:item_id>/decide/", meetings.decide, name="decide"),
    path("hot-sheets/", hot_sheets.view_hot_sheets, name="view_hot_sheets"),
    path("hot-sheets/<uuid:sheet_id>/", hot_sheets.view_hot_sheet, name="view_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/progress/", hot_sheets.view_progress, name="view_progress"),
    path("hot-sheets/<uuid:sheet_id>/approve/", hot_sheets.approve_hot_sheet, name="approve_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/retry/", hot_sheets.retry_build, name="retry_build"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/", copies.view_copy, name="view_copy"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/download/", copies.download_copy, name="download_copy"),
    path(
        "hot-sheets/<uuid:sheet_id>/copies/<int:number>/acknowledge/", copies.acknowledge_copy, name="acknowledge_copy"
    ),
]
