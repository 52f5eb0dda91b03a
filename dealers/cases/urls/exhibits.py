from django.urls import path

from dealers.cases.views import exhibits

urlpatterns = [
    path("<uuid:case_id>/add-exhibit/", exhibits.add_exhibit, name="add_exhibit"),
    path("<uuid:case_id>/file/", exhibits.download_case_file, name="download_case_file"),
    path("exhibits/<uuid:exhibit_id>/", exhibits.view_exhibit, name="view_exhibit"),
    path("exhibits/<uuid:exhibit_id>/log-custody/", exhibits.log_custody, name="log_custody"),
    path("exhibits/<uuid:exhibit_id>/verify/", exhibits.verify_exhibit, name="verify_exhibit"),
    path("exhibits/<uuid:exhibit_id>/download/", exhibits.download_exhibit, name="download_exhibit"),
    path("exhibits/<uuid:exhibit_id>/sheet/", exhibits.download_exhibit_sheet, name="download_exhibit_sheet"),
]
