"""Treatment court, by JSON, behind the same wall as its pages."""

from http import HTTPStatus

from django.http import Http404
from django.urls import path
from django.utils import timezone

from callins.dtc import courses, forms, serializers, services
from callins.dtc.doors import Walled
from callins.dtc.models import Consent, Draw, DrugTest, Enrolment, Participant, Response
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewDesk(Walled, Look):
    verb = "dtc.view_desk"
    answer = serializers.DeskFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return {"in_program": Enrolment.objects.visible_to(request.user).open().count()}


class ViewParticipants(Walled, Listing):
    verb = "dtc.view_participants"
    answer = serializers.EnrolmentFacts
    ordering = ("enrolled_on", "pk")

    def rows(self, officer):
        return Enrolment.objects.visible_to(officer).with_people().prefetch_related("attempts")

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewParticipant(Walled, Look):
    verb = "dtc.view_participant"
    answer = serializers.ParticipantWhole

    def record(self, request, participant_id):
        participant = trail.read(Participant.objects.all(), by=request.user, verb=self.verb, pk=participant_id)
        enrolment = courses.with_events(Enrolment.objects.visible_to(request.user).of(participant)).first()
        status = courses.status_of(enrolment, timezone.localdate()) if enrolment else None
        return {"participant": participant, "enrolment": enrolment, "status": status}


class EnrolParticipant(Walled, Act):
    form, service, answer = forms.EnrolParticipantForm, services.enrol_participant, serializers.EnrolmentFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class OfParticipant(Walled, Act):
    """An act on the admission that runs, or the last one."""

    answer = serializers.EnrolmentFacts

    def given(self, request, participant_id):
        participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
        enrolment = Enrolment.objects.visible_to(request.user).of(participant).first()
        if enrolment is None:
            raise Http404
        return {"enrolment": enrolment, "at": timezone.now()}


class RecordAttendance(OfParticipant):
    form, service = forms.RecordAttendanceForm, services.record_attendance


class CompleteTask(OfParticipant):
    form, service = forms.CompleteTaskForm, services.complete_task


class BeginPause(OfParticipant):
    form, service = forms.BeginPauseForm, services.begin_pause


class EndPause(OfParticipant):
    form, service = forms.EndPauseForm, services.end_pause


class AdvanceParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.advance_participant


class GraduateParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.graduate_participant


class WithdrawParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.withdraw_participant


class TerminateParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.terminate_participant


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


class LogResponse(OfParticipant):
    form, service, answer = forms.LogResponseForm, services.log_response, serializers.ResponseFacts
    status = HTTPStatus.CREATED


class CloseSanction(Walled, Act):
    form, service, answer = forms.CloseSanctionForm, services.close_sanction, serializers.ResponseFacts

    def given(self, request, response_id):
        return {"response": trail.find(Response.objects.all(), by=request.user, pk=response_id), "at": timezone.now()}


class LogSelfReport(OfParticipant):
    form, service, answer = forms.LogSelfReportForm, services.log_self_report, serializers.SelfReportFacts
    status = HTTPStatus.CREATED


class DecideRelapse(OfParticipant):
    form, service = forms.DecideRelapseForm, services.decide_relapse


class LogPrescription(OfParticipant):
    form, service, answer = forms.LogPrescriptionForm, services.log_prescription, serializers.PrescriptionFacts
    status = HTTPStatus.CREATED


class RecordConsent(Walled, Act):
    form, service, answer = forms.RecordConsentForm, services.record_consent, serializers.ConsentFacts
    status = HTTPStatus.CREATED

    def given(self, request, participant_id):
        participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
        return {"participant": participant, "at": timezone.now()}


class OfConsent(Walled, Act):
    answer = serializers.ConsentFacts

    def given(self, request, consent_id):
        return {"consent": trail.find(Consent.objects.all(), by=request.user, pk=consent_id), "at": timezone.now()}


class RevokeConsent(OfConsent):
    form, service = ActionForm, services.revoke_consent


class ReportStatus(OfConsent):
    form, service, answer = forms.ReportStatusForm, services.report_status, serializers.StatusReportFacts
    status = HTTPStatus.CREATED


app_name = "dtc"
ONE = "participants/<uuid:participant_id>/"
TEST = "tests/<uuid:drug_test_id>/"
CONSENT = "consents/<uuid:consent_id>/"
urlpatterns = [
    path("", ViewDesk.as_view(), name="view_desk"),
    path("participants/", ViewParticipants.as_view(), name="view_participants"),
    path("participants/enrol/", EnrolParticipant.as_view(), name="enrol_participant"),
    path(ONE, ViewParticipant.as_view(), name="view_participant"),
    path(f"{ONE}attendance/", RecordAttendance.as_view(), name="record_attendance"),
    path(f"{ONE}task/", CompleteTask.as_view(), name="complete_task"),
    path(f"{ONE}pause/", BeginPause.as_view(), name="begin_pause"),
    path(f"{ONE}end-pause/", EndPause.as_view(), name="end_pause"),
    path(f"{ONE}advance/", AdvanceParticipant.as_view(), name="advance_participant"),
    path(f"{ONE}graduate/", GraduateParticipant.as_view(), name="graduate_participant"),
    path(f"{ONE}withdraw/", WithdrawParticipant.as_view(), name="withdraw_participant"),
    path(f"{ONE}terminate/", TerminateParticipant.as_view(), name="terminate_participant"),
    path(f"{ONE}test/", OrderTest.as_view(), name="order_test"),
    path("roll/", ViewRoll.as_view(), name="view_roll"),
    path(f"{TEST}notice/", NotifyTest.as_view(), name="notify_test"),
    path(f"{TEST}collection/", RecordCollection.as_view(), name="record_collection"),
    path(f"{TEST}missed/", RecordMissedTest.as_view(), name="record_missed_test"),
    path(f"{TEST}result/", RecordResult.as_view(), name="record_result"),
    path(f"{ONE}response/", LogResponse.as_view(), name="log_response"),
    path(f"{ONE}self-report/", LogSelfReport.as_view(), name="log_self_report"),
    path(f"{ONE}decide-relapse/", DecideRelapse.as_view(), name="decide_relapse"),
    path(f"{ONE}prescription/", LogPrescription.as_view(), name="log_prescription"),
    path(f"{ONE}consent/", RecordConsent.as_view(), name="record_consent"),
    path("responses/<uuid:response_id>/close/", CloseSanction.as_view(), name="close_sanction"),
    path(f"{CONSENT}revoke/", RevokeConsent.as_view(), name="revoke_consent"),
    path(f"{CONSENT}report/", ReportStatus.as_view(), name="report_status"),
]
