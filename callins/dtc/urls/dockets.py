from django.urls import path

from callins.dtc.views import dockets as views

ONE = "dockets/<uuid:session_id>/"
ENTRY = "dockets/entries/<uuid:docket_entry_id>/"
urlpatterns = [
    path("dockets/", views.view_dockets, name="view_dockets"),
    path("dockets/plan/", views.plan_session, name="plan_session"),
    path(ONE, views.view_docket, name="view_docket"),
    path(f"{ONE}change/", views.change_session, name="change_session"),
    path(f"{ONE}add/", views.add_to_docket, name="add_to_docket"),
    path(f"{ONE}download/", views.download_docket, name="download_docket"),
    path(f"{ENTRY}take-off/", views.take_off_docket, name="take_off_docket"),
    path(f"{ENTRY}recommend/", views.recommend, name="recommend"),
    path(f"{ENTRY}order/", views.record_order, name="record_order"),
]
