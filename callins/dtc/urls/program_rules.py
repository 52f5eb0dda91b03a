from django.urls import path

from callins.dtc.views import program_rules as views

urlpatterns = [
    path("rules/", views.view_rules, name="view_rules"),
    path("rules/change/", views.change_rules, name="change_rules"),
    path("rules/<int:rules_id>/withdraw/", views.withdraw_rules, name="withdraw_rules"),
]
