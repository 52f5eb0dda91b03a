"""What the task force sets for itself, by JSON."""

from django.urls import path

from dmi.accounts import serializers, services
from dmi.accounts.forms.settings import ChangeSettingsForm
from dmi.accounts.models import TaskForce
from dmi.accounts.services.change_settings import SETTINGS
from dmi.api.acts import Change
from dmi.audit.versions import version


class ChangeSettings(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer = ChangeSettingsForm, services.change_settings, serializers.SettingsFacts
    changed = "task_force"

    def given(self, request):
        return {"task_force": TaskForce.objects.get()}

    def filled(self, request, said, files, **given):
        task_force = given["task_force"]
        now = {name: getattr(task_force, name) for name in SETTINGS} | {"seen": version(task_force, SETTINGS)}
        return self.form(now | said, files, officer=request.user)


urlpatterns = [path("settings/", ChangeSettings.as_view(), name="change_settings")]
