"""Who is tested, and what was found."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from callins.dtc import courses, services
from callins.dtc.doors import walled
from callins.dtc.forms import testing as forms
from callins.dtc.models import Draw, DrugTest
from callins.dtc.views.base import act, of_participant
from dmi.audit import trail
from dmi.forms import ActionForm


def of_test(request, drug_test_id, form, service, done):
    test = trail.find(DrugTest.objects.with_people(), by=request.user, pk=drug_test_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user)
    return act(request, filled, service, done=done, back=test.enrolment.participant, test=test)


@walled("dtc.order_test")
def order_test(request, participant_id):
    done = "The test is ordered; its hours run from now."
    return of_participant(request, participant_id, forms.OrderTestForm, services.order_test, done)


@walled("dtc.notify_test")
@require_POST
def notify_test(request, drug_test_id):
    """One tap on the roll."""
    test = trail.find(DrugTest.objects.with_people(), by=request.user, pk=drug_test_id)
    form = ActionForm(request.POST)
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
    return of_test(request, drug_test_id, ActionForm, services.record_missed_test, "Recorded as missed.")


@walled("dtc.record_result")
def record_result(request, drug_test_id):
    return of_test(request, drug_test_id, forms.RecordResultForm, services.record_result, "The result is recorded.")


@walled("dtc.log_prescription")
def log_prescription(request, participant_id):
    done = "The prescription is on file."
    return of_participant(request, participant_id, forms.LogPrescriptionForm, services.log_prescription, done)


@walled("dtc.view_roll")
@require_GET
def view_roll(request):
    """Who is tested today, by the draw and besides it; and whether the draw is fair."""
    trail.enter(request.user, "dtc.view_roll", trail.Outcome.READ)
    today, draws = localdate(), Draw.objects.visible_to(request.user)
    shown = {
        "draw": draws.of_day(today).first(),
        "tests": DrugTest.objects.visible_to(request.user).of_day(today).with_people(),
        "fairness": courses.fairness_of(draws),
        "today": today,
    }
    return render(request, "dtc/view_roll.html", shown)
