from django.urls import path

from markets.views import incidents

urlpatterns = [
    path("<uuid:market_id>/incidents/", incidents.view_incidents, name="view_incidents"),
    path("<uuid:market_id>/incidents/export/", incidents.export_incidents, name="export_incidents"),
]
