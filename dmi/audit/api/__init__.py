from django.urls import path

from dmi.audit.api import seals, searches, trail

app_name = "audit"
urlpatterns = [
    path("", trail.ViewTrail.as_view(), name="view_trail"),
    path("export/", trail.ExportTrail.as_view(), name="export_trail"),
    path("searches/", searches.ViewSearches.as_view(), name="view_searches"),
    path("week/", seals.ViewDigest.as_view(), name="view_digest"),
    path("seals/", seals.ViewSeals.as_view(), name="view_seals"),
    path("seals/verify/", seals.AskVerification.as_view(), name="ask_verification"),
    path("verifications/", seals.ViewVerifications.as_view(), name="view_verifications"),
]
