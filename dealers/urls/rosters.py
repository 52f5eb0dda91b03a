from django.urls import path

from dealers.views import rosters

urlpatterns = [
    path("rosters/", rosters.view_rosters, name="view_rosters"),
    path("rosters/import/", rosters.import_roster, name="import_roster"),
    path("rosters/<uuid:roster_id>/", rosters.view_roster, name="view_roster"),
    path("roster-matches/<uuid:match_id>/answer/", rosters.answer_roster_match, name="answer_roster_match"),
]
