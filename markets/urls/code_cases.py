from django.urls import path

from markets.views import code_cases

urlpatterns = [
    path("code-cases/", code_cases.view_code_cases, name="view_code_cases"),
    path("code-cases/<uuid:code_case_id>/", code_cases.view_code_case, name="view_code_case"),
    path("hot-places/<uuid:hot_place_id>/open-code-case/", code_cases.open_code_case, name="open_code_case"),
    path("code-cases/<uuid:code_case_id>/notice/", code_cases.record_notice, name="record_notice"),
    path("code-cases/<uuid:code_case_id>/inspect/", code_cases.record_inspection, name="record_inspection"),
    path("code-cases/<uuid:code_case_id>/vacate/", code_cases.order_vacate, name="order_vacate"),
    path("code-cases/<uuid:code_case_id>/close/", code_cases.close_code_case, name="close_code_case"),
]
