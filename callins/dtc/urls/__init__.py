"""Addresses of treatment court: in each room those of its views."""

from callins.dtc.urls import (
    admissions,
    consents,
    course,
    dockets,
    measures,
    meetings,
    participants,
    plans,
    program_rules,
    reports,
    testing,
)

app_name = "dtc"
urlpatterns = [
    *admissions.urlpatterns,
    *consents.urlpatterns,
    *course.urlpatterns,
    *dockets.urlpatterns,
    *measures.urlpatterns,
    *meetings.urlpatterns,
    *participants.urlpatterns,
    *plans.urlpatterns,
    *reports.urlpatterns,
    *program_rules.urlpatterns,
    *testing.urlpatterns,
]
