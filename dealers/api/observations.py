"""What was seen, by JSON."""

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.api.base import Log
from dealers.forms import observations as forms
from dealers.models import Observation
from dealers.serializers import dossier as serializers
from dmi.api.acts import Change
from dmi.audit import trail, versions


class LogObservation(Log):
    """Who, where, when. A `hot_place` gives the entry its address; `place` says it in words."""

    form, service, answer = forms.LogObservationForm, services.log_observation, serializers.ObservationFacts


class CorrectObservation(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer = forms.CorrectObservationForm, services.correct_observation, serializers.ObservationFacts
    changed = "observation"

    def given(self, request, observation_id):
        rows = Observation.objects.visible_to(request.user).select_related("by", "market")
        return {"observation": trail.find(rows, by=request.user, pk=observation_id), "at": timezone.now()}

    def filled(self, request, said, files, **given):
        observation = given["observation"]
        now = {name: getattr(observation, name) for name in observation.CORRECTED}
        seen = versions.version(observation, observation.CORRECTED)
        return self.form(now | {"seen": seen} | said, files, officer=request.user)


urlpatterns = [
    path("log-observation/", LogObservation.as_view(), name="log_observation"),
    path("observations/<uuid:observation_id>/correct/", CorrectObservation.as_view(), name="correct_observation"),
]
