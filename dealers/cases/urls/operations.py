from django.urls import path

from dealers.cases.views import operations

urlpatterns = [
    path("operations/", operations.view_operations, name="view_operations"),
    path("operations/plan/", operations.plan_operation, name="plan_operation"),
    path("operations/<uuid:operation_id>/", operations.view_operation, name="view_operation"),
    path("operations/<uuid:operation_id>/tell-clinic/", operations.tell_clinic, name="tell_clinic"),
    path("operations/<uuid:operation_id>/mark-ready/", operations.mark_operation_ready, name="mark_operation_ready"),
    path("operations/<uuid:operation_id>/add-target/", operations.add_target, name="add_target"),
    path("operations/<uuid:operation_id>/download-packets/", operations.download_packets, name="download_packets"),
    path("operations/<uuid:operation_id>/close/", operations.close_operation, name="close_operation"),
    path("targets/<uuid:target_id>/record-outcome/", operations.record_target_outcome, name="record_target_outcome"),
]
