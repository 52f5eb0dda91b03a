"""Who is tested, and what was found, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.api.base import OfParticipant
from callins.dtc.attention import roll
from callins.dtc.doors import Walled
from callins.dtc.forms import testing as forms
from callins.dtc.models import Draw, DrugTest, Participant, Prescription
from callins.dtc.serializers import testing as serializers
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm


class OrderTest(OfParticipant):
    form, service, answer = forms.OrderTestForm, services.order_test, serializers.DrugTestFacts
    status = HTTPStatus.CREATED


class OfTest(Walled, Act):
    answer = serializers.DrugTestFacts

    def given(self, request, drug_test_id):
        return {"test": trail.find(DrugTest.objects.all(), by=request.user, pk=drug_test_id), "at": timezone.now()}


class ViewRoll(Walled, Look):
    """Whose test stands where today, in the order of the work."""

    verb = "dtc.view_roll"
    answer = serializers.RollFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        now = timezone.now()
        today = timezone.localdate(now)
        draw = Draw.objects.visible_to(request.user).of_day(today).first()
        return {"today": today, "draw": draw, "tests": roll.roll(request.user, now)}


class ViewTests(Walled, Listing):
    """Every test of every admission, the newest first."""

    verb = "dtc.view_tests"
    answer = serializers.TestedFacts
    ordering = ("-at", "-id")
    filters = forms.TestsFilter

    def rows(self, officer):
        participant = trail.read(
            Participant.objects.all(), by=officer, verb=self.verb, pk=self.kwargs["participant_id"]
        )
        return DrugTest.objects.visible_to(officer).of_participant(participant).with_results()


class NotifyTest(OfTest):
    form, service = ActionForm, services.notify_test


class RecordCollection(OfTest):
    form, service = forms.RecordCollectionForm, services.record_collection


class RecordMissedTest(OfTest):
    form, service = ActionForm, services.record_missed_test


class RecordResult(OfTest):
    form, service = forms.RecordResultForm, services.record_result


class EndPrescription(Walled, Act):
    form, service, answer = forms.EndPrescriptionForm, services.end_prescription, serializers.PrescriptionFacts

    def given(self, request, prescription_id):
        prescription = trail.find(Prescription.objects.all(), by=request.user, pk=prescription_id)
        return {"prescription": prescription, "at": timezone.now()}


class LogPrescription(OfParticipant):
    form, service, answer = forms.LogPrescriptionForm, services.log_prescription, serializers.PrescriptionFacts
    status = HTTPStatus.CREATED


ONE = "participants/<uuid:participant_id>/"
TEST = "tests/<uuid:drug_test_id>/"
urlpatterns = [
    path(f"{ONE}test/", OrderTest.as_view(), name="order_test"),
    path(f"{ONE}tests/", ViewTests.as_view(), name="view_tests"),
    path("roll/", ViewRoll.as_view(), name="view_roll"),
    path(f"{TEST}notice/", NotifyTest.as_view(), name="notify_test"),
    path(f"{TEST}collection/", RecordCollection.as_view(), name="record_collection"),
    path(f"{TEST}missed/", RecordMissedTest.as_view(), name="record_missed_test"),
    path(f"{TEST}result/", RecordResult.as_view(), name="record_result"),
    path(f"{ONE}prescription/", LogPrescription.as_view(), name="log_prescription"),
    path("prescriptions/<uuid:prescription_id>/end/", EndPrescription.as_view(), name="end_prescription"),
]
