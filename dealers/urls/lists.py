from django.urls import path

from dealers.views import lists

urlpatterns = [
    path("", lists.view_dealers, name="view_dealers"),
    path("cards/", lists.view_cards, name="view_cards"),
    path("export/", lists.export_dealers, name="export_dealers"),
    path("assign/", lists.assign_dealers, name="assign_dealers"),
    path("lists/save/", lists.save_list, name="save_list"),
    path("lists/<uuid:list_id>/delete/", lists.delete_list, name="delete_list"),
]
