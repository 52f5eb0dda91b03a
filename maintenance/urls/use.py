from django.urls import path

from maintenance.views import use as views

urlpatterns = [
    path("hot-sheets/use/", views.view_use, name="view_use"),
    path("hot-sheets/use/export/", views.export_use, name="export_use"),
]
