"""When the CRT meets, by JSON."""

from django.urls import path
from django.utils import timezone

from dmi.accounts.models import TaskForce
from dmi.api.acts import Change
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.audit.versions import version
from maintenance import services
from maintenance.forms.cadence import ChangeCadenceForm
from maintenance.hot_sheet.calendar import coming
from maintenance.serializers import cadence as serializers
from maintenance.services.change_cadence import SETTINGS


class ViewCadence(Look):
    """The task force's rhythm, its coming meetings and the sheets that follow from them."""

    verb = "maintenance.view_cadence"
    answer = serializers.CadenceFacts

    def record(self, request):
        task_force = TaskForce.objects.get()
        trail.enter(request.user, self.verb, trail.Outcome.READ, task_force)
        return {"task_force": task_force, "turns": coming(task_force, timezone.localdate())}


class ChangeCadence(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer, changed = ChangeCadenceForm, services.change_cadence, serializers.Rhythm, "task_force"

    def given(self, request):
        return {"task_force": TaskForce.objects.get()}

    def filled(self, request, said, files, **given):
        task_force = given["task_force"]
        now = {name: getattr(task_force, name) for name in SETTINGS} | {"seen": version(task_force, SETTINGS)}
        return self.form(now | said, files, officer=request.user)


urlpatterns = [
    path("cadence/", ViewCadence.as_view(), name="view_cadence"),
    path("cadence/change/", ChangeCadence.as_view(), name="change_cadence"),
]
