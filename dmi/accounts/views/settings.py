"""What the task force sets for itself."""

from django.contrib import messages
from django.shortcuts import redirect, render

from dmi.accounts import services
from dmi.accounts.forms.settings import ChangeSettingsForm
from dmi.accounts.models import TaskForce
from dmi.accounts.services.change_settings import SETTINGS
from dmi.audit.doors import permitted
from dmi.audit.versions import version


@permitted("accounts.change_settings")
def change_settings(request):
    task_force = TaskForce.objects.get()
    now = {name: getattr(task_force, name) for name in SETTINGS} | {"seen": version(task_force, SETTINGS)}
    form = ChangeSettingsForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_settings, by=request.user, task_force=task_force):
        messages.success(request, "Changed. It counts from now on, and stands on the record with your name.")
        return redirect("accounts:change_settings")
    return render(request, "accounts/change_settings.html", {"form": form, "task_force": task_force})
