from django.urls import path

from maintenance.views import fidelity as views

urlpatterns = [
    path("boards/<uuid:market_id>/fidelity/", views.view_fidelity, name="view_fidelity"),
    path("boards/<uuid:market_id>/fidelity/export/", views.export_fidelity, name="export_fidelity"),
]
