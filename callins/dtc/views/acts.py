"""What is done to a participant's course, each page one form."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from callins.dtc import courses, forms, services
from callins.dtc.doors import walled
from callins.dtc.models import Consent, DrugTest, Enrolment, Participant, Response
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


@walled("dtc.notify_test")
@require_POST
def notify_test(request, drug_test_id):
    """One tap on the roll."""
    test = trail.find(DrugTest.objects.with_people(), by=request.user, pk=drug_test_id)
    form = forms.ActionForm(request.POST)
    if form.submit(services.notify_test, by=request.user, test=test, at=timezone.now()):
        messages.success(
            request, f"Notice is given; {test.enrolment} has until {timezone.localtime(test.due_at):%H:%M}."
        )
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect("callins:dtc:view_roll")


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


@walled("dtc.log_prescription")
def log_prescription(request, participant_id):
    done = "The prescription is on file."
    return of_participant(request, participant_id, forms.LogPrescriptionForm, services.log_prescription, done)


@walled("dtc.record_consent")
def record_consent(request, participant_id):
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    form = forms.RecordConsentForm(request.POST or None, officer=request.user)
    about = {"back": participant, "participant": participant}
    return act(request, form, services.record_consent, done="The consent is on file.", **about)


def of_consent(request, consent_id, form, service, done):
    consent = trail.find(Consent.objects.with_people(), by=request.user, pk=consent_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user)
    return act(request, filled, service, done=done, back=consent.participant, consent=consent)


@walled("dtc.revoke_consent")
def revoke_consent(request, consent_id):
    done = "Revoked; from this minute nothing is told under it."
    return of_consent(request, consent_id, forms.ActionForm, services.revoke_consent, done)


@walled("dtc.report_status")
def report_status(request, consent_id):
    done = "Reported, with the notice; the account is kept."
    return of_consent(request, consent_id, forms.ReportStatusForm, services.report_status, done)
