"""One participant: the whole course on one page."""

from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from callins.dtc import chart, courses, inward
from callins.dtc.doors import walled
from callins.dtc.models import Consent, DocketSession, Enrolment, Meeting, Need, Participant
from callins.dtc.views.base import page
from dmi.audit import trail

LATEST = 5  # tests and responses; the rest stands on the tab, and behind a fold


@walled("dtc.view_participant")
@require_GET
def view_participant(request, participant_id):
    """Where somebody stands today, on the last admission, and who stands by; so many queries whatever happened."""
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_participant", pk=participant_id)
    enrolment = courses.with_events(Enrolment.objects.visible_to(request.user).of(participant)).first()
    now = timezone.now()
    shown = {
        "earlier": Enrolment.objects.visible_to(request.user).of(participant)[1:],
        "consents": Consent.objects.visible_to(request.user).of(participant).in_force(now),
        "next_meeting": Meeting.objects.visible_to(request.user).standing().after(now).first(),
        **(course_of(enrolment, request.user, now) if enrolment else {}),
    }
    return page(request, participant, "dtc/view_participant.html", enrolment=enrolment, **shown)


def course_of(enrolment, officer, now):
    """Figures, runs, weeks and lists, as the template sets them."""
    status = courses.status_of(enrolment, localdate(now))
    visits, asked = inward.check_ins_of(enrolment.participant, enrolment.enrolled_on), None
    if status.is_open:
        asked = inward.times_a_week(enrolment.participant)
    strip = chart.strip(status.weeks, visits, asked)
    return {
        "status": status,
        "runs": chart.runs(status),
        "strip": strip,
        "tally": chart.tally(status) if status.attempt else None,
        "times_a_week": asked,
        "this_week": strip[-1] if strip else None,
        "last_visit": visits[0] if visits else None,
        "liaison": inward.liaison_of(enrolment.participant),
        "counsel": inward.counsel_of(enrolment),
        "tests": courses.with_outcomes(enrolment.tests.all()[:LATEST], status),
        "unmet": Need.objects.visible_to(officer).of(enrolment).standing(),
        "next_session": DocketSession.objects.visible_to(officer).naming(enrolment).coming(localdate(now)).first(),
    }
