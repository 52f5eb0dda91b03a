"""Retention in the API: the same verbs at the same addresses behind /api/."""

from maintenance.retention.api import compliance, disclosures, disseminations, removals, reviews

app_name = "retention"
urlpatterns = [
    *compliance.urlpatterns,
    *disclosures.urlpatterns,
    *disseminations.urlpatterns,
    *removals.urlpatterns,
    *reviews.urlpatterns,
]
