from django.urls import path

from maintenance.views import found as views

urlpatterns = [
    path("found-pages/", views.view_found_pages, name="view_found_pages"),
    path("found-pages/trace/", views.trace_page, name="trace_page"),
    path("found-pages/log/", views.log_found_page, name="log_found_page"),
]
