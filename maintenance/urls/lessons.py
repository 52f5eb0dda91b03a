from django.urls import path

from maintenance.views import lessons as views

urlpatterns = [
    path("boards/<uuid:market_id>/lessons/", views.view_lessons, name="view_lessons"),
    path("boards/<uuid:market_id>/lessons/export/", views.export_lessons, name="export_lessons"),
]
