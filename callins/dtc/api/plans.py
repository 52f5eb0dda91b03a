"""What somebody needs, the plan and its tasks, who helps, by JSON."""

from http import HTTPStatus

from django.http import Http404
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from callins import paper
from callins.dtc import plans, services
from callins.dtc.api.base import OfParticipant
from callins.dtc.doors import Walled
from callins.dtc.forms import plans as forms
from callins.dtc.models import Enrolment, Meeting, Need, Participant, PlanStep, Referral
from callins.dtc.paper import progress
from callins.dtc.serializers import plans as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.api.renderers import Pdf
from dmi.audit import trail


class OfPlan(Walled, Look):
    """A look at the plan of the admission that runs, or of the last one."""

    def record(self, request, participant_id):
        participant = trail.read(Participant.objects.all(), by=request.user, verb=self.verb, pk=participant_id)
        plan = plans.plan_of(Enrolment.objects.visible_to(request.user).of(participant), timezone.localdate())
        if plan is None:
            raise Http404
        return plan


class ViewPlan(OfPlan):
    verb = "dtc.view_plan"
    answer = serializers.PlanFacts


class DownloadProgress(OfPlan):
    """The participant's own sheet, as a PDF in the language that the file names."""

    verb = "dtc.download_progress"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def get(self, request, participant_id):
        plan, at = self.record(request, participant_id), timezone.now()
        meeting = Meeting.objects.visible_to(request.user).standing().after(at).first()
        return paper.attached(progress.printed(plan, meeting, at).pdf, progress.file_name(at))


class AssessNeeds(OfParticipant):
    form, service, answer = forms.AssessNeedsForm, services.assess_needs, serializers.AssessmentFacts
    status = HTTPStatus.CREATED


class MeetNeed(Walled, Act):
    form, service, answer = forms.MeetNeedForm, services.meet_need, serializers.NeedFacts

    def given(self, request, need_id):
        return {"need": trail.find(Need.objects.all(), by=request.user, pk=need_id), "at": timezone.now()}


class AddPlanStep(OfParticipant):
    form, service, answer = forms.AddPlanStepForm, services.add_plan_step, serializers.PlanStepFacts
    status = HTTPStatus.CREATED


class OfStep(Walled, Act):
    answer = serializers.PlanStepFacts

    def given(self, request, plan_step_id):
        step = trail.find(PlanStep.objects.with_people(), by=request.user, pk=plan_step_id)
        return {"plan_step": step, "at": timezone.now()}


class CompletePlanStep(OfStep):
    form, service = forms.CompletePlanStepForm, services.complete_plan_step


class DropPlanStep(OfStep):
    form, service = forms.DropPlanStepForm, services.drop_plan_step


class CompleteTask(OfParticipant):
    form, service = forms.CompleteTaskForm, services.complete_task


class ReferParticipant(OfParticipant):
    form, service, answer = forms.ReferParticipantForm, services.refer_participant, serializers.ReferralFacts
    status = HTTPStatus.CREATED


class OfReferral(Walled, Act):
    answer = serializers.ReferralFacts

    def given(self, request, referral_id):
        referral = trail.find(Referral.objects.with_people(), by=request.user, pk=referral_id)
        return {"referral": referral, "at": timezone.now()}


class RecordFirstVisit(OfReferral):
    form, service = forms.RecordFirstVisitForm, services.record_first_visit


class LogService(OfReferral):
    form, service, answer = forms.LogServiceForm, services.log_service, serializers.ServiceDeliveredFacts
    status = HTTPStatus.CREATED


class EndReferral(OfReferral):
    form, service = forms.EndReferralForm, services.end_referral


ONE = "participants/<uuid:participant_id>/"
NEED = "needs/<uuid:need_id>/"
STEP = "plan-steps/<uuid:plan_step_id>/"
REFERRAL = "referrals/<uuid:referral_id>/"
urlpatterns = [
    path(f"{ONE}plan/", ViewPlan.as_view(), name="view_plan"),
    path(f"{ONE}needs/", AssessNeeds.as_view(), name="assess_needs"),
    path(f"{NEED}met/", MeetNeed.as_view(), name="meet_need"),
    path(f"{ONE}plan-step/", AddPlanStep.as_view(), name="add_plan_step"),
    path(f"{STEP}done/", CompletePlanStep.as_view(), name="complete_plan_step"),
    path(f"{STEP}drop/", DropPlanStep.as_view(), name="drop_plan_step"),
    path(f"{ONE}task/", CompleteTask.as_view(), name="complete_task"),
    path(f"{ONE}referral/", ReferParticipant.as_view(), name="refer_participant"),
    path(f"{REFERRAL}first-visit/", RecordFirstVisit.as_view(), name="record_first_visit"),
    path(f"{REFERRAL}service/", LogService.as_view(), name="log_service"),
    path(f"{REFERRAL}end/", EndReferral.as_view(), name="end_referral"),
    path(f"{ONE}progress/", DownloadProgress.as_view(), name="download_progress"),
]
