"""Addresses of the CRT's week: in each room those of its views."""

from maintenance.urls import (
    alerts,
    announcements,
    boards,
    cadence,
    copies,
    debriefs,
    editions,
    fidelity,
    found,
    hot_sheets,
    lessons,
    meetings,
    monthly_pages,
    outreach,
    re_emergence,
    shifts,
    use,
)

app_name = "maintenance"
urlpatterns = [
    *alerts.urlpatterns,
    *announcements.urlpatterns,
    *boards.urlpatterns,
    *cadence.urlpatterns,
    *copies.urlpatterns,
    *debriefs.urlpatterns,
    *editions.urlpatterns,
    *fidelity.urlpatterns,
    *found.urlpatterns,
    *hot_sheets.urlpatterns,
    *lessons.urlpatterns,
    *meetings.urlpatterns,
    *monthly_pages.urlpatterns,
    *outreach.urlpatterns,
    *re_emergence.urlpatterns,
    *shifts.urlpatterns,
    *use.urlpatterns,
]
