"""Who is tested, and what was found, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.api.base import OfParticipant
from callins.dtc.doors import Walled
from callins.dtc.forms import testing as forms
from callins.dtc.models import Draw, DrugTest
from callins.dtc.serializers import testing as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
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
    """Who is tested today."""

    verb = "dtc.view_roll"
    answer = serializers.RollFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        today = timezone.localdate()
        return {
            "today": today,
            "draw": Draw.objects.visible_to(request.user).of_day(today).first(),
            "tests": DrugTest.objects.visible_to(request.user).of_day(today).with_people().with_results(),
        }


class NotifyTest(OfTest):
    form, service = ActionForm, services.notify_test


class RecordCollection(OfTest):
    form, service = forms.RecordCollectionForm, services.record_collection


class RecordMissedTest(OfTest):
    form, service = ActionForm, services.record_missed_test


class RecordResult(OfTest):
    form, service = forms.RecordResultForm, services.record_result


class LogPrescription(OfParticipant):
    form, service, answer = forms.LogPrescriptionForm, services.log_prescription, serializers.PrescriptionFacts
    status = HTTPStatus.CREATED


ONE = "participants/<uuid:participant_id>/"
TEST = "tests/<uuid:drug_test_id>/"
urlpatterns = [
    path(f"{ONE}test/", OrderTest.as_view(), name="order_test"),
    path("roll/", ViewRoll.as_view(), name="view_roll"),
    path(f"{TEST}notice/", NotifyTest.as_view(), name="notify_test"),
    path(f"{TEST}collection/", RecordCollection.as_view(), name="record_collection"),
    path(f"{TEST}missed/", RecordMissedTest.as_view(), name="record_missed_test"),
    path(f"{TEST}result/", RecordResult.as_view(), name="record_result"),
    path(f"{ONE}prescription/", LogPrescription.as_view(), name="log_prescription"),
]
