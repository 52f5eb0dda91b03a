"""What somebody needs, the plan and its tasks, who helps."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.program.configuration import PHASES
from dmi.forms import ActionForm


class CompleteTaskForm(ActionForm):
    task = forms.ChoiceField(
        label="Task", choices=TO_CHOOSE + [(task.code, task.words) for phase in PHASES for task in phase.tasks]
    )
    done_on = day("Done on")
    basis = forms.CharField(label="How that is known", max_length=200, required=False)
