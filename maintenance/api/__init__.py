"""The CRT's week and the markets' boards in the API: the same verbs at the same addresses behind /api/."""

from maintenance.api import (
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
    *meetings.urlpatterns,
    *monthly_pages.urlpatterns,
    *outreach.urlpatterns,
    *re_emergence.urlpatterns,
    *shifts.urlpatterns,
    *use.urlpatterns,
]
