from django.urls import path

from dealers.views import imports

urlpatterns = [
    path("imports/", imports.view_imports, name="view_imports"),
    path("imports/upload/", imports.upload_list, name="upload_list"),
    path("imports/<uuid:batch_id>/", imports.view_import, name="view_import"),
    path("imports/<uuid:batch_id>/progress/", imports.view_progress, name="view_import_progress"),
    path("imports/<uuid:batch_id>/columns/", imports.map_columns, name="map_columns"),
    path("imports/<uuid:batch_id>/import/", imports.import_dealers, name="import_dealers"),
    path("imports/<uuid:batch_id>/give-up/", imports.give_up_import, name="give_up_import"),
    path("imports/<uuid:batch_id>/undo/", imports.undo_import, name="undo_import"),
    path("imports/<uuid:batch_id>/rejects.csv", imports.download_rejects, name="download_rejects"),
]
