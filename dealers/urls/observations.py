from django.urls import path

from dealers.views import observations

urlpatterns = [
    path("log-observation/", observations.log_observation, name="log_observation"),
    path("observations/<uuid:observation_id>/correct/", observations.correct_observation, name="correct_observation"),
]
