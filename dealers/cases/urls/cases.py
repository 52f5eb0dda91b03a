from django.urls import path

from dealers.cases.views import cases

urlpatterns = [
    path("", cases.view_cases, name="view_cases"),
    path("queue/", cases.view_queue, name="view_queue"),
    path("states/", cases.view_states, name="view_states"),
    path("of/<uuid:dealer_id>/", cases.view_cases_of, name="view_cases_of"),
    path("of/<uuid:dealer_id>/open/", cases.open_case, name="open_case"),
    path("<uuid:case_id>/", cases.view_case, name="view_case"),
    path("<uuid:case_id>/add-count/", cases.add_count, name="add_count"),
    path("<uuid:case_id>/plan-next-step/", cases.plan_next_step, name="plan_next_step"),
]
