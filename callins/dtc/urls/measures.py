from django.urls import path

from callins.dtc.views import measures as views

urlpatterns = [
    path("measures/", views.view_measures, name="view_measures"),
    path("measures/export/", views.export_measures, name="export_measures"),
]
