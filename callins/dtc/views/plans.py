"""What somebody needs, the plan and its tasks, who helps."""

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import plans as forms
from callins.dtc.views.base import of_participant


@walled("dtc.complete_task")
def complete_task(request, participant_id):
    return of_participant(request, participant_id, forms.CompleteTaskForm, services.complete_task, "The task is done.")
