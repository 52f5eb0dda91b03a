"""What the team and the clerk start the day from."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins.dtc import waiting
from callins.dtc.attention import desk
from callins.dtc.doors import walled
from callins.dtc.models import DocketSession, Enrolment, Meeting
from dmi.audit import trail

COMING = 4  # sessions


@walled("dtc.view_desk")
@require_GET
def view_desk(request):
    """Each part only for those whose work it is: the clerk has the sessions, the team everything else too."""
    trail.enter(request.user, "dtc.view_desk", trail.Outcome.READ)
    officer, now = request.user, timezone.now()
    today = timezone.localdate(now)
    shown = {"today": today, "sessions": DocketSession.objects.visible_to(officer).coming(today)[:COMING]}
    if officer.has_perm("dtc.view_participants"):
        shown |= of_the_team(officer, now, today)
    return render(request, "dtc/view_desk.html", shown)


def of_the_team(officer, now, today):
    return {
        "in_program": Enrolment.objects.visible_to(officer).open().count(),
        "meeting": Meeting.objects.visible_to(officer).standing().from_day(today).first(),
        "tests": desk.tests(officer, now),
        "matters": desk.matters(officer, now, waiting.waiting(officer, now)),
    }
