from django.urls import path

from dmi.audit import views

app_name = "audit"
urlpatterns = [path("", views.view_trail, name="view_trail")]
