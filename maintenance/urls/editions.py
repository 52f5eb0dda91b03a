from django.urls import path

from maintenance.views import editions as views

urlpatterns = [
    path("hot-sheets/issue-flash/", views.issue_flash, name="issue_flash"),
    path("hot-sheets/<uuid:sheet_id>/revise/", views.revise_hot_sheet, name="revise_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/recall/", views.recall_hot_sheet, name="recall_hot_sheet"),
]
