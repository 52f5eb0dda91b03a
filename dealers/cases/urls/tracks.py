from django.urls import path

from dealers.cases.views import tracks

urlpatterns = [
    path("tracks/", tracks.view_tracks, name="view_tracks"),
    path("tracks/disparity/", tracks.view_disparity, name="view_disparity"),
    path("dealers/<uuid:dealer_id>/state-track-facts/", tracks.state_track_facts, name="state_track_facts"),
    path("dealers/<uuid:dealer_id>/decide-track/", tracks.decide_track, name="decide_track"),
    path("dealers/<uuid:dealer_id>/confirm-track/", tracks.confirm_track, name="confirm_track"),
    path("dealers/<uuid:dealer_id>/reopen-track/", tracks.reopen_track, name="reopen_track"),
]
