"""Call-ins in the API: the same verbs at the same addresses behind /api/."""

from django.urls import include, path

from callins.api import arrivals, call_ins, check_ins, follow_ups, invitations, letters, notifications, offers

app_name = "callins"
urlpatterns = [
    path("treatment-court/", include("callins.dtc.api")),
    *call_ins.urlpatterns,
    *invitations.urlpatterns,
    *letters.urlpatterns,
    *arrivals.urlpatterns,
    *offers.urlpatterns,
    *follow_ups.urlpatterns,
    *notifications.urlpatterns,
    *check_ins.urlpatterns,
]
