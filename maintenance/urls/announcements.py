"""Public words that the town is no haven, and how it is measured."""

from django.urls import path

from maintenance.views import announcements as views

ONE = "announcements/<uuid:announcement_id>/"

urlpatterns = [
    path("announcements/", views.view_announcements, name="view_announcements"),
    path("announcements/write/", views.write_announcement, name="write_announcement"),
    path("markets/<uuid:market_id>/haven/", views.view_haven, name="view_haven"),
    path(ONE, views.view_announcement, name="view_announcement"),
    path(f"{ONE}change/", views.change_announcement, name="change_announcement"),
    path(f"{ONE}approve/", views.approve_announcement, name="approve_announcement"),
    path(f"{ONE}publish/", views.publish_announcement, name="publish_announcement"),
    path(f"{ONE}download/", views.download_announcement, name="download_announcement"),
]
