from django.urls import path

from dealers.views import merges

urlpatterns = [
    path("<uuid:dealer_id>/merge/<uuid:other_id>/", merges.merge_dealers, name="merge_dealers"),
    path("merges/<uuid:merge_id>/undo/", merges.undo_merge, name="undo_merge"),
]
