from django.urls import path

from callins.dtc.views import consents as views

ONE = "participants/<uuid:participant_id>/"
CONSENT = "consents/<uuid:consent_id>/"
urlpatterns = [
    path(f"{ONE}consent/", views.record_consent, name="record_consent"),
    path(f"{CONSENT}revoke/", views.revoke_consent, name="revoke_consent"),
    path(f"{CONSENT}report/", views.report_status, name="report_status"),
]
