"""Who is tested, and what was found."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from callins.dtc import courses, services
from callins.dtc.attention import roll
from callins.dtc.doors import walled
from callins.dtc.forms import testing as forms
from callins.dtc.models import Draw, DrugTest, Enrolment, Participant, Prescription
from callins.dtc.views.base import act, of_participant, page
from dmi.audit import trail
from dmi.forms import ActionForm

PAGE, ROLL_PAGE = 20, 60


def of_test(request, drug_test_id, form, service, done):
    """Whoever came from the roll goes back to it, everybody else to the participant's tests."""
    test = trail.find(DrugTest.objects.with_people(), by=request.user, pk=drug_test_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user)
    answer = act(
        request, filled, service, done=done, back=test.enrolment.participant, tab="view_tests", test=test
    )  # fmt: skip
    is_done = answer.status_code == HTTPStatus.FOUND
    return to_roll(request) if is_done and "roll" in request.GET else answer


def to_roll(request):
    """As it was narrowed."""
    narrowed = {"show": request.GET["roll"]} if request.GET.get("roll") else None
    return redirect(reverse("callins:dtc:view_roll", query=narrowed))


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
        until = timezone.localtime(test.due_at)
        messages.success(request, f"Notice is given; there is time until {until:%H:%M}.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return to_roll(request)


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
    done = "The prescription is on file; what it explains is explained."
    form, service = forms.LogPrescriptionForm, services.log_prescription
    return of_participant(request, participant_id, form, service, done, tab="view_tests")


@walled("dtc.end_prescription")
def end_prescription(request, prescription_id):
    prescription = trail.find(Prescription.objects.with_people(), by=request.user, pk=prescription_id)
    form = forms.EndPrescriptionForm(request.POST or None, officer=request.user)
    about = {"back": prescription.enrolment.participant, "tab": "view_tests", "prescription": prescription}
    return act(request, form, services.end_prescription, done="The last day is on file.", **about)


@walled("dtc.view_tests")
@require_GET
def view_tests(request, participant_id):
    """Every test of every admission, the newest first: notice, due, collection, and finding after finding."""
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_tests", pk=participant_id)
    own = DrugTest.objects.visible_to(request.user).of_participant(participant).with_people().with_results()
    filtered = forms.TestsFilter(request.GET, own, request=request)
    listed = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {
        "form": filtered.form,
        "listed": listed,
        "tests": [courses.Tested(test, courses.outcome_of(test)) for test in listed],
        "prescriptions": Prescription.objects.visible_to(request.user).of_participant(participant).with_people(),
        "is_open": Enrolment.objects.visible_to(request.user).of(participant).open().exists(),
    }
    return page(request, participant, "dtc/view_tests.html", **shown)


@walled("dtc.view_roll")
@require_GET
def view_roll(request):
    """Whose test stands where today, by the draw and besides it; and whether the draw is fair."""
    trail.enter(request.user, "dtc.view_roll", trail.Outcome.READ)
    now, draws, form = timezone.now(), Draw.objects.visible_to(request.user), forms.RollForm(request.GET)
    rows = roll.roll(request.user, now)
    shown = {
        "now": now,
        "draw": draws.of_day(localdate(now)).first(),
        "form": form,
        "counts": roll.counts(rows),
        "listed": Paginator(roll.to_do(rows) if form.is_to_do() else rows, ROLL_PAGE).get_page(request.GET.get("page")),
        "fairness": courses.fairness_of(draws),
    }
    return render(request, "dtc/view_roll.html", shown)
