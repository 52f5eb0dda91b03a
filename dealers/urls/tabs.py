from django.urls import path

from dealers.views import tabs

urlpatterns = [
    path("<uuid:dealer_id>/network/", tabs.view_network, name="view_network"),
    path("<uuid:dealer_id>/files/", tabs.view_files, name="view_files"),
    path("<uuid:dealer_id>/history/", tabs.view_history, name="view_history"),
    path("<uuid:dealer_id>/access/", tabs.view_access, name="view_access"),
]
