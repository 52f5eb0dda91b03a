"""Addresses of retention: in each room those of its views."""

from maintenance.retention.urls import compliance, disclosures, disseminations, removals, reviews

app_name = "retention"
urlpatterns = [
    *compliance.urlpatterns,
    *disclosures.urlpatterns,
    *disseminations.urlpatterns,
    *removals.urlpatterns,
    *reviews.urlpatterns,
]
