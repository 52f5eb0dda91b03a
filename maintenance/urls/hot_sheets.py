from django.urls import path

from maintenance.views import hot_sheets as views

urlpatterns = [
    path("meetings/<uuid:meeting_id>/freeze-hot-sheet/", views.freeze_hot_sheet, name="freeze_hot_sheet"),
    path("hot-sheets/", views.view_hot_sheets, name="view_hot_sheets"),
    path("hot-sheets/<uuid:sheet_id>/", views.view_hot_sheet, name="view_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/progress/", views.view_progress, name="view_progress"),
    path("hot-sheets/<uuid:sheet_id>/approve/", views.approve_hot_sheet, name="approve_hot_sheet"),
    path("hot-sheets/<uuid:sheet_id>/retry/", views.retry_build, name="retry_build"),
]
