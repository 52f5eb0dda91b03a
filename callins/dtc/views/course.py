"""What moves a course: pauses, decisions, relapses, incentives and sanctions."""

from django.http import Http404
from django.utils import timezone

from callins.dtc import courses, services
from callins.dtc.doors import walled
from callins.dtc.forms import course as forms
from callins.dtc.forms.base import as_it_stands
from callins.dtc.models import Enrolment, Participant, Pause, Response
from callins.dtc.views.base import act, of_participant
from dmi.audit import trail


@walled("dtc.begin_pause")
def begin_pause(request, participant_id):
    return of_participant(request, participant_id, forms.BeginPauseForm, services.begin_pause, "The clock stands.")


@walled("dtc.end_pause")
def end_pause(request, participant_id):
    return of_participant(request, participant_id, forms.EndPauseForm, services.end_pause, "The clock runs again.")


@walled("dtc.correct_pause")
def correct_pause(request, pause_id):
    pause = trail.find(Pause.objects.with_people(), by=request.user, pk=pause_id)
    typed = request.POST if request.method == "POST" else None
    form = forms.CorrectPauseForm(typed, officer=request.user, initial=as_it_stands(pause))
    done = "Corrected; every date of the course follows."
    return act(request, form, services.correct_pause, done=done, back=pause.enrolment.participant, pause=pause)


@walled("dtc.advance_participant")
def advance_participant(request, participant_id):
    done = "The next phase begins."
    return of_participant(request, participant_id, forms.DecisionForm, services.advance_participant, done)


@walled("dtc.graduate_participant")
def graduate_participant(request, participant_id):
    return of_participant(request, participant_id, forms.DecisionForm, services.graduate_participant, "Graduated.")


@walled("dtc.withdraw_participant")
def withdraw_participant(request, participant_id):
    done = "Withdrawn; the file stays."
    return of_participant(request, participant_id, forms.DecisionForm, services.withdraw_participant, done)


@walled("dtc.terminate_participant")
def terminate_participant(request, participant_id):
    done = "Terminated; the file stays."
    return of_participant(request, participant_id, forms.DecisionForm, services.terminate_participant, done)


@walled("dtc.log_response")
def log_response(request, participant_id):
    return of_participant(
        request, participant_id, forms.LogResponseForm, services.log_response, "The response is logged."
    )


@walled("dtc.close_sanction")
def close_sanction(request, response_id):
    response = trail.find(Response.objects.with_people(), by=request.user, pk=response_id)
    form = forms.CloseSanctionForm(request.POST or None, officer=request.user)
    about = {"back": response.enrolment.participant, "response": response}
    return act(request, form, services.close_sanction, done="The sanction is closed.", **about)


@walled("dtc.log_self_report")
def log_self_report(request, participant_id):
    done = "Logged; the team decides what follows."
    return of_participant(request, participant_id, forms.LogSelfReportForm, services.log_self_report, done)


@walled("dtc.decide_relapse")
def decide_relapse(request, participant_id):
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    enrolment = courses.with_events(Enrolment.objects.visible_to(request.user).of(participant)).first()
    if enrolment is None:
        raise Http404
    form = forms.DecideRelapseForm(request.POST or None, officer=request.user)
    form.choose_from(courses.status_of(enrolment, timezone.localdate()).undecided)
    done = "The team’s decision is recorded."
    return act(request, form, services.decide_relapse, done=done, back=participant, enrolment=enrolment)
