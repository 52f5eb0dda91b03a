from django.urls import path

from maintenance import views

app_name = "maintenance"
urlpatterns = [
    path("meetings/", views.view_meetings, name="view_meetings"),
    path("meetings/open/", views.open_meeting, name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", views.view_meeting, name="view_meeting"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", views.put_on_agenda, name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", views.write_headline, name="write_headline"),
    path("meetings/<uuid:meeting_id>/close/", views.close_meeting, name="close_meeting"),
    path("meetings/<uuid:meeting_id>/freeze-hot-sheet/", views.freeze_hot_sheet, name="freeze_hot_sheet"),
    path("meetings/items/<uuid:item_id>/decide/", views.decide, name="decide"),
    path("hot-sheets/", views.view_hot_sheets, name="view_hot_sheets"),
    path("hot-sheets/<uuid:sheet_id>/", views.view_hot_sheet, name="view_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/progress/", views.view_progress, name="view_progress"),
    path("hot-sheets/<uuid:sheet_id>/approve/", views.approve_hot_sheet, name="approve_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/retry/", views.retry_build, name="retry_build"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/", views.view_copy, name="view_copy"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/download/", views.download_copy, name="download_copy"),
    path(
        "hot-sheets/<uuid:sheet_id>/copies/<int:number>/acknowledge/", views.acknowledge_copy, name="acknowledge_copy"
    ),
]
