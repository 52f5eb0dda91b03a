from django.urls import path

from maintenance.views import re_emergence as views

urlpatterns = [
    path("boards/<uuid:market_id>/re-emergence/", views.view_re_emergence, name="view_re_emergence"),
    path("boards/re-emergence/<uuid:signal_id>/answer/", views.answer_signal, name="answer_signal"),
]
