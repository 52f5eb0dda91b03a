from django.urls import path

from callins.dtc.views import testing as views

ONE = "participants/<uuid:participant_id>/"
TEST = "tests/<uuid:drug_test_id>/"
urlpatterns = [
    path(f"{ONE}test/", views.order_test, name="order_test"),
    path(f"{ONE}tests/", views.view_tests, name="view_tests"),
    path("roll/", views.view_roll, name="view_roll"),
    path(f"{TEST}notice/", views.notify_test, name="notify_test"),
    path(f"{TEST}collection/", views.record_collection, name="record_collection"),
    path(f"{TEST}missed/", views.record_missed_test, name="record_missed_test"),
    path(f"{TEST}result/", views.record_result, name="record_result"),
    path(f"{ONE}prescription/", views.log_prescription, name="log_prescription"),
    path("prescriptions/<uuid:prescription_id>/end/", views.end_prescription, name="end_prescription"),
]
