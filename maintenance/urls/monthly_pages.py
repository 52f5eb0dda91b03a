from django.urls import path

from maintenance.views import monthly_pages as views

urlpatterns = [
    path("monthly-pages/", views.view_monthly_pages, name="view_monthly_pages"),
    path("monthly-pages/make/", views.make_monthly_page, name="make_monthly_page"),
    path("monthly-pages/<uuid:page_id>/", views.view_monthly_page, name="view_monthly_page"),
    path("monthly-pages/<uuid:page_id>/download/", views.download_monthly_page, name="download_monthly_page"),
]
