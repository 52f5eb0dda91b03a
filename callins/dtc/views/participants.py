"""The participants: who is in the program, who has left it."""

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from callins.dtc import courses
from callins.dtc.doors import walled
from callins.dtc.models import Enrolment, ProgramRules
from dmi.audit import trail


@walled("dtc.view_participants")
@require_GET
def view_participants(request):
    """Everybody, those in the program first, each with where he stands today."""
    trail.enter(request.user, "dtc.view_participants", trail.Outcome.READ)
    today, configuration = localdate(), ProgramRules.objects.visible_to(request.user).as_configuration()
    enrolments = courses.with_events(Enrolment.objects.visible_to(request.user).open_first())
    rows = [(each, courses.status_of(each, today, configuration)) for each in enrolments]
    return render(request, "dtc/view_participants.html", {"rows": rows, "today": today})
