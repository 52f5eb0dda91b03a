from django.urls import path

from callins.views import arrivals as views

urlpatterns = [
    path("call-ins/<uuid:call_in_id>/arrivals/", views.view_arrivals, name="view_arrivals"),
    path("call-ins/<uuid:call_in_id>/arrivals/door/", views.view_door, name="view_door"),
    path("call-ins/invitations/<uuid:invitation_id>/record-arrival/", views.record_arrival, name="record_arrival"),
    path("call-ins/invitations/<uuid:invitation_id>/record-absence/", views.record_absence, name="record_absence"),
    path("call-ins/invitations/<uuid:invitation_id>/undo-attendance/", views.undo_attendance, name="undo_attendance"),
    path("call-ins/invitations/<uuid:invitation_id>/show-evidence/", views.show_evidence, name="show_evidence"),
]
