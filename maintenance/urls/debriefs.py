from django.urls import path

from maintenance.views import debriefs as views

urlpatterns = [
    path("sighting/<slug:edition>/", views.tell_debrief, name="tell_debrief"),  # short: it is printed on the sheet
    path("debriefs/tell/", views.tell_debrief, name="tell_debrief"),
    path("debriefs/", views.view_debriefs, name="view_debriefs"),
    path("debriefs/own/", views.view_own_debriefs, name="view_own_debriefs"),
    path("debriefs/<uuid:debrief_id>/", views.view_debrief, name="view_debrief"),
    path("debriefs/<uuid:debrief_id>/triage/", views.triage_debrief, name="triage_debrief"),
    path("debriefs/<uuid:debrief_id>/reopen/", views.reopen_debrief, name="reopen_debrief"),
    path("debriefs/<uuid:debrief_id>/see-answer/", views.see_answer, name="see_answer"),
    path("debriefs/<uuid:debrief_id>/photo.jpg", views.view_debrief_photo, name="view_debrief_photo"),
]
