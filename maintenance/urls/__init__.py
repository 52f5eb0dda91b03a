"""Addresses of the CRT's week: in each room those of its views."""

from maintenance.urls import (
    alerts,
    announcements,
    boards,
    copies,
    debriefs,
    fidelity,
    found,
    hot_sheets,
    lessons,
    meetings,
    outreach,
    re_emergence,
)

app_name = "maintenance"
urlpatterns = [
    *alerts.urlpatterns,
    *announcements.urlpatterns,
    *boards.urlpatterns,
    *copies.urlpatterns,
    *debriefs.urlpatterns,
    *fidelity.urlpatterns,
    *found.urlpatterns,
    *hot_sheets.urlpatterns,
    *lessons.urlpatterns,
    *meetings.urlpatterns,
    *outreach.urlpatterns,
    *re_emergence.urlpatterns,
]
