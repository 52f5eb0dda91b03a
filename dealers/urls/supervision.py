from django.urls import path

from dealers.views import supervision

urlpatterns = [
    path("<uuid:dealer_id>/supervision/", supervision.view_supervision, name="view_supervision"),
    path("<uuid:dealer_id>/log-supervision/", supervision.log_supervision, name="log_supervision"),
    path("supervisions/<uuid:supervision_id>/end/", supervision.end_supervision, name="end_supervision"),
    path("supervisions/<uuid:supervision_id>/log-condition/", supervision.log_condition, name="log_condition"),
    path("conditions/<uuid:condition_id>/correct/", supervision.correct_condition, name="correct_condition"),
    path("conditions/<uuid:condition_id>/verify/", supervision.verify_condition, name="verify_condition"),
    path("conditions/<uuid:condition_id>/end/", supervision.end_condition, name="end_condition"),
    path("conditions/<uuid:condition_id>/log-violation/", supervision.log_violation, name="log_violation"),
    path(
        "violations/<uuid:violation_id>/record-outcome/",
        supervision.record_violation_outcome,
        name="record_violation_outcome",
    ),
]
