"""Who is admitted: from an accepted offer or by the court, ordinarily or as an exception."""

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import admissions as forms
from callins.dtc.views.base import act


@walled("dtc.enrol_participant")
def enrol_participant(request):
    form = forms.EnrolParticipantForm(request.POST or None, officer=request.user)
    return act(request, form, services.enrol_participant, done="Enrolled; phase one begins.", back=None)
