"""One participant: the whole course on one page."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from callins.dtc import chart, courses
from callins.dtc.doors import walled
from callins.dtc.models import Consent, DrugTest, Enrolment, Participant, Response
from dmi.audit import trail


@walled("dtc.view_participant")
@require_GET
def view_participant(request, participant_id):
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_participant", pk=participant_id)
    enrolment = courses.with_events(Enrolment.objects.visible_to(request.user).of(participant)).first()
    status = courses.status_of(enrolment, localdate()) if enrolment else None
    shown = {
        "participant": participant,
        "enrolment": enrolment,
        "status": status,
        "runs": chart.runs(status) if status else [],
        "strip": chart.strip(status.weeks) if status else [],
        "tests": courses.with_outcomes(DrugTest.objects.visible_to(request.user).of(enrolment), status)
        if status
        else [],
        "responses": Response.objects.visible_to(request.user).of(enrolment) if enrolment else [],
        "consents": Consent.objects.visible_to(request.user).of(participant).with_standing(timezone.now()),
    }
    return render(request, "dtc/view_participant.html", shown)
