"""What moves a course: pauses, decisions, relapses, incentives and sanctions, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.api.base import Correction, OfParticipant
from callins.dtc.doors import Walled
from callins.dtc.forms import course as forms
from callins.dtc.models import Pause, Response
from callins.dtc.serializers import course as serializers
from dmi.api.acts import Act
from dmi.audit import trail


class BeginPause(OfParticipant):
    form, service = forms.BeginPauseForm, services.begin_pause


class EndPause(OfParticipant):
    form, service = forms.EndPauseForm, services.end_pause


class CorrectPause(Correction):
    form, service, answer = forms.CorrectPauseForm, services.correct_pause, serializers.PauseFacts
    changed = "pause"

    def given(self, request, pause_id):
        return {"pause": trail.find(Pause.objects.with_people(), by=request.user, pk=pause_id), "at": timezone.now()}


class AdvanceParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.advance_participant


class GraduateParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.graduate_participant


class WithdrawParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.withdraw_participant


class TerminateParticipant(OfParticipant):
    form, service = forms.DecisionForm, services.terminate_participant


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


ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}pause/", BeginPause.as_view(), name="begin_pause"),
    path(f"{ONE}end-pause/", EndPause.as_view(), name="end_pause"),
    path(f"{ONE}advance/", AdvanceParticipant.as_view(), name="advance_participant"),
    path(f"{ONE}graduate/", GraduateParticipant.as_view(), name="graduate_participant"),
    path(f"{ONE}withdraw/", WithdrawParticipant.as_view(), name="withdraw_participant"),
    path(f"{ONE}terminate/", TerminateParticipant.as_view(), name="terminate_participant"),
    path(f"{ONE}response/", LogResponse.as_view(), name="log_response"),
    path(f"{ONE}self-report/", LogSelfReport.as_view(), name="log_self_report"),
    path(f"{ONE}decide-relapse/", DecideRelapse.as_view(), name="decide_relapse"),
    path("pauses/<uuid:pause_id>/correct/", CorrectPause.as_view(), name="correct_pause"),
    path("responses/<uuid:response_id>/close/", CloseSanction.as_view(), name="close_sanction"),
]
