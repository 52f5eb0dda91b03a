"""What is done to a participant's course, each page one form."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from callins.dtc import forms, services
from callins.dtc.doors import walled
from callins.dtc.models import DrugTest, Enrolment, Participant
from dmi.audit import trail


def act(request, form, service, *, done, back, **given):
    """Done, to the participant's page; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **given):
        messages.success(request, done)
        return redirect(back or form.record)
    shown = {"form": form, "back": back.get_absolute_url() if back else "", "participant": back}
    return render(request, f"dtc/{request.resolver_match.url_name}.html", shown)


def of_participant(request, participant_id, form, service, done):
    """An act on the admission that runs, or the last one."""
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    enrolment = Enrolment.objects.visible_to(request.user).of(participant).first()
    if enrolment is None:
        raise Http404
    filled = form(request.POST or None, officer=request.user)
    return act(request, filled, service, done=done, back=participant, enrolment=enrolment)


def of_test(request, drug_test_id, form, service, done):
    test = trail.find(DrugTest.objects.with_people(), by=request.user, pk=drug_test_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user)
    return act(request, filled, service, done=done, back=test.enrolment.participant, test=test)


@walled("dtc.enrol_participant")
def enrol_participant(request):
    form = forms.EnrolParticipantForm(request.POST or None, officer=request.user)
    return act(request, form, services.enrol_participant, done="Enrolled; phase one begins.", back=None)


@walled("dtc.record_attendance")
def record_attendance(request, participant_id):
    done = "Attendance is recorded."
    return of_participant(request, participant_id, forms.RecordAttendanceForm, services.record_attendance, done)


@walled("dtc.complete_task")
def complete_task(request, participant_id):
    return of_participant(request, participant_id, forms.CompleteTaskForm, services.complete_task, "The task is done.")


@walled("dtc.begin_pause")
def begin_pause(request, participant_id):
    return of_participant(request, participant_id, forms.BeginPauseForm, services.begin_pause, "The clock stands.")


@walled("dtc.end_pause")
def end_pause(request, participant_id):
    return of_participant(request, participant_id, forms.EndPauseForm, services.end_pause, "The clock runs again.")


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


@walled("dtc.order_test")
def order_test(request, participant_id):
    done = "The test is ordered; its hours run from now."
    return of_participant(request, participant_id, forms.OrderTestForm, services.order_test, done)


@walled("dtc.record_collection")
def record_collection(request, drug_test_id):
    done = "The test was given; its result is awaited."
    return of_test(request, drug_test_id, forms.RecordCollectionForm, services.record_collection, done)


@walled("dtc.record_missed_test")
def record_missed_test(request, drug_test_id):
    return of_test(request, drug_test_id, forms.ActionForm, services.record_missed_test, "Recorded as missed.")


@walled("dtc.record_result")
def record_result(request, drug_test_id):
    return of_test(request, drug_test_id, forms.RecordResultForm, services.record_result, "The result is recorded.")
