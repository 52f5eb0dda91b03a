from django.urls import path

from maintenance.views import meetings as views

urlpatterns = [
    path("meetings/", views.view_meetings, name="view_meetings"),
    path("meetings/open/", views.open_meeting, name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", views.view_meeting, name="view_meeting"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", views.put_on_agenda, name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", views.write_headline, name="write_headline"),
    path("meetings/<uuid:meeting_id>/close/", views.close_meeting, name="close_meeting"),
    path("meetings/items/<uuid:item_id>/decide/", views.decide, name="decide"),
]
