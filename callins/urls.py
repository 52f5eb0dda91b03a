from django.urls import include, path

app_name = "callins"
urlpatterns = [path("treatment-court/", include("callins.dtc.urls"))]
