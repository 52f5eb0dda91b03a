"""Outreach after sweeps and overdoses."""

from django.urls import path

from maintenance.views import outreach as views

urlpatterns = [
    path("outreach/", views.view_outreach, name="view_outreach"),
    path("outreach/ask/", views.ask_for_outreach, name="ask_for_outreach"),
    path("outreach/<uuid:outreach_id>/", views.view_outreach_task, name="view_outreach_task"),
    path("outreach/<uuid:outreach_id>/give/", views.give_outreach, name="give_outreach"),
    path("outreach/<uuid:outreach_id>/answer/", views.answer_outreach, name="answer_outreach"),
    path("outreach/<uuid:outreach_id>/end/", views.end_outreach, name="end_outreach"),
]
