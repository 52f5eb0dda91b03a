from django.urls import path

from callins.dtc.views import consents as views

ONE = "participants/<uuid:participant_id>/"
CONSENT = "consents/<uuid:consent_id>/"
urlpatterns = [
    path(f"{ONE}consents/", views.view_consents, name="view_consents"),
    path(f"{ONE}consent/", views.record_consent, name="record_consent"),
    path(f"{CONSENT}revocable/", views.make_consent_revocable, name="make_consent_revocable"),
    path(f"{CONSENT}revoke/", views.revoke_consent, name="revoke_consent"),
]
