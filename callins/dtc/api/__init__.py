"""Treatment court, by JSON, behind the same wall as its pages."""

from callins.dtc.api import (
    admissions,
    consents,
    course,
    desk,
    dockets,
    measures,
    meetings,
    overview,
    participants,
    plans,
    program_rules,
    records,
    reports,
    testing,
)

app_name = "dtc"
urlpatterns = [
    *admissions.urlpatterns,
    *consents.urlpatterns,
    *course.urlpatterns,
    *desk.urlpatterns,
    *dockets.urlpatterns,
    *measures.urlpatterns,
    *meetings.urlpatterns,
    *overview.urlpatterns,
    *participants.urlpatterns,
    *plans.urlpatterns,
    *records.urlpatterns,
    *reports.urlpatterns,
    *program_rules.urlpatterns,
    *testing.urlpatterns,
]
