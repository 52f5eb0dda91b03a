"""What the team and the clerk start the day from."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from callins.dtc.doors import walled
from callins.dtc.models import Enrolment
from dmi.audit import trail


@walled("dtc.view_desk")
@require_GET
def view_desk(request):
    trail.enter(request.user, "dtc.view_desk", trail.Outcome.READ)
    return render(
        request, "dtc/view_desk.html", {"in_program": Enrolment.objects.visible_to(request.user).open().count()}
    )
