from django.urls import path

from callins.dtc import views

app_name = "dtc"
urlpatterns = [path("", views.view_desk, name="view_desk")]
