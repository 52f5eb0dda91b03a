"""The CRT's week and the markets' boards in the API: the same verbs at the same addresses behind /api/."""

from maintenance.api import (
    alerts,
    announcements,
    boards,
    copies,
    debriefs,
    fidelity,
    found,
    hot_sheets,
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
    *meetings.urlpatterns,
    *outreach.urlpatterns,
    *re_emergence.urlpatterns,
]
