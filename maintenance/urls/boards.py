from django.urls import path

from maintenance.views import boards as views

urlpatterns = [
    path("boards/", views.view_boards, name="view_boards"),
    path("boards/<uuid:market_id>/", views.view_board, name="view_board"),
]
