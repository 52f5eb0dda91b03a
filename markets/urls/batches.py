from django.urls import path

from markets.views import batches

urlpatterns = [
    path("<uuid:market_id>/incident-lists/", batches.view_incident_batches, name="view_incident_batches"),
    path("<uuid:market_id>/incident-lists/upload/", batches.upload_incidents, name="upload_incidents"),
    path("incident-lists/<uuid:incident_batch_id>/", batches.view_incident_batch, name="view_incident_batch"),
    path("incident-lists/<uuid:incident_batch_id>/progress/", batches.view_progress, name="view_incident_progress"),
    path("incident-lists/<uuid:incident_batch_id>/columns/", batches.map_incidents, name="map_incidents"),
    path("incident-lists/<uuid:incident_batch_id>/import/", batches.import_incidents, name="import_incidents"),
    path("incident-lists/<uuid:incident_batch_id>/give-up/", batches.give_up_incidents, name="give_up_incidents"),
    path("incident-lists/<uuid:incident_batch_id>/undo/", batches.undo_incidents, name="undo_incidents"),
    path(
        "incident-lists/<uuid:incident_batch_id>/rejected.csv",
        batches.download_rejected_incidents,
        name="download_rejected_incidents",
    ),
]
