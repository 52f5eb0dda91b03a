"""Addresses of call-ins: in each room those of its views; treatment court behind its wall."""

from django.urls import include, path

from callins.urls import arrivals, call_ins, check_ins, follow_ups, invitations, letters, notifications, offers

app_name = "callins"
urlpatterns = [
    path("treatment-court/", include("callins.dtc.urls")),
    *call_ins.urlpatterns,
    *invitations.urlpatterns,
    *letters.urlpatterns,
    *arrivals.urlpatterns,
    *offers.urlpatterns,
    *follow_ups.urlpatterns,
    *notifications.urlpatterns,
    *check_ins.urlpatterns,
]
