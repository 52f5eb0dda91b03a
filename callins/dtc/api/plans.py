"""What somebody needs, the plan and its tasks, who helps, by JSON."""

from django.urls import path

from callins.dtc import services
from callins.dtc.api.base import OfParticipant
from callins.dtc.forms import plans as forms


class CompleteTask(OfParticipant):
    form, service = forms.CompleteTaskForm, services.complete_task


ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}task/", CompleteTask.as_view(), name="complete_task"),
]
