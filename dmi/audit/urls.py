from django.urls import path

from dmi.audit.views import seals, searches, trail

app_name = "audit"
urlpatterns = [
    path("", trail.view_trail, name="view_trail"),
    path("export/", trail.export_trail, name="export_trail"),
    path("searches/", searches.view_searches, name="view_searches"),
    path("week/", seals.view_digest, name="view_digest"),
    path("seals/", seals.view_seals, name="view_seals"),
    path("seals/verify/", seals.ask_verification, name="ask_verification"),
]
