from django.urls import path

from maintenance.views import copies as views

urlpatterns = [
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/", views.view_copy, name="view_copy"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/open/", views.open_copy, name="open_copy"),
    path(
        "hot-sheets/<uuid:sheet_id>/copies/<int:number>/photos/<int:item>.jpg",
        views.view_copy_photo,
        name="view_copy_photo",
    ),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/download/", views.download_copy, name="download_copy"),
    path(
        "hot-sheets/<uuid:sheet_id>/copies/<int:number>/acknowledge/", views.acknowledge_copy, name="acknowledge_copy"
    ),
]
