from django.urls import path

from markets.views import health

urlpatterns = [
    path("<uuid:market_id>/health/", health.view_health, name="view_health"),
    path("<uuid:market_id>/log-health-count/", health.log_health_count, name="log_health_count"),
    path("<uuid:market_id>/log-treatment-capacity/", health.log_treatment_capacity, name="log_treatment_capacity"),
    path("<uuid:market_id>/estimate-cut-off/", health.estimate_cut_off, name="estimate_cut_off"),
    path("<uuid:market_id>/waive-capacity/", health.waive_capacity, name="waive_capacity"),
    path("<uuid:market_id>/log-survey/", health.log_survey, name="log_survey"),
    path("health-counts/<uuid:health_count_id>/correct/", health.correct_health_count, name="correct_health_count"),
    path(
        "treatment-capacities/<uuid:capacity_id>/correct/", health.correct_treatment_capacity,
        name="correct_treatment_capacity",
    ),
    path("surveys/<uuid:survey_id>/correct/", health.correct_survey, name="correct_survey"),
]  # fmt: skip
