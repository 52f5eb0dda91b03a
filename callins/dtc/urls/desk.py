from django.urls import path

from callins.dtc.views import desk as views

urlpatterns = [
    path("", views.view_desk, name="view_desk"),
]
