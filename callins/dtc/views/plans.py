"""What somebody needs, the plan and its tasks, who helps."""

from django.http import Http404
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from callins import paper
from callins.dtc import plans, services
from callins.dtc.doors import walled
from callins.dtc.forms import plans as forms
from callins.dtc.models import Enrolment, Meeting, Need, Participant, PlanStep, Referral
from callins.dtc.paper import progress
from callins.dtc.views.base import act, of_participant, page
from dmi.audit import trail

TAB = "view_plan"


@walled("dtc.view_plan")
@require_GET
def view_plan(request, participant_id):
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_plan", pk=participant_id)
    plan = plans.plan_of(Enrolment.objects.visible_to(request.user).of(participant), localdate())
    return page(request, participant, "dtc/view_plan.html", plan=plan)


def planned(request, participant_id):
    """Whoever the address names, with the plan, for a form that is filled from it."""
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    plan = plans.plan_of(Enrolment.objects.visible_to(request.user).of(participant), localdate())
    if plan is None:
        raise Http404
    return participant, plan


@walled("dtc.assess_needs")
def assess_needs(request, participant_id):
    participant, plan = planned(request, participant_id)
    initial = forms.AssessNeedsForm.beginning_with([each.need for each in plan.unmet])
    form = forms.AssessNeedsForm(request.POST or None, officer=request.user, initial=initial)
    done = "The needs are on the plan."
    return act(request, form, services.assess_needs, done=done, back=participant, tab=TAB, enrolment=plan.enrolment)


@walled("dtc.meet_need")
def meet_need(request, need_id):
    need = trail.find(Need.objects.with_people(), by=request.user, pk=need_id)
    form = forms.MeetNeedForm(request.POST or None, officer=request.user)
    back = need.assessment.enrolment.participant
    return act(request, form, services.meet_need, done="The need is met.", back=back, tab=TAB, need=need)


@walled("dtc.add_plan_step")
def add_plan_step(request, participant_id):
    done = "The step is on the plan."
    return of_participant(request, participant_id, forms.AddPlanStepForm, services.add_plan_step, done, TAB)


def of_step(request, plan_step_id, form, service, done):
    step = trail.find(PlanStep.objects.with_people(), by=request.user, pk=plan_step_id)
    filled = form(request.POST or None, officer=request.user)
    return act(request, filled, service, done=done, back=step.enrolment.participant, tab=TAB, plan_step=step)


@walled("dtc.complete_plan_step")
def complete_plan_step(request, plan_step_id):
    done = "The step is done."
    return of_step(request, plan_step_id, forms.CompletePlanStepForm, services.complete_plan_step, done)


@walled("dtc.drop_plan_step")
def drop_plan_step(request, plan_step_id):
    done = "Dropped; it stays on the plan with the reason."
    return of_step(request, plan_step_id, forms.DropPlanStepForm, services.drop_plan_step, done)


@walled("dtc.complete_task")
def complete_task(request, participant_id):
    participant, plan = planned(request, participant_id)
    form = forms.CompleteTaskForm(
        request.POST or None, officer=request.user, initial={"task": request.GET.get("task", "")}
    )
    form.choose_from(plan.phases)
    done = "The task is done."
    return act(request, form, services.complete_task, done=done, back=participant, tab=TAB, enrolment=plan.enrolment)


@walled("dtc.refer_participant")
def refer_participant(request, participant_id):
    done = "Referred; the days to the first visit count."
    return of_participant(request, participant_id, forms.ReferParticipantForm, services.refer_participant, done, TAB)


def of_referral(request, referral_id, form, service, done):
    referral = trail.find(Referral.objects.with_people(), by=request.user, pk=referral_id)
    filled = form(request.POST or None, officer=request.user)
    return act(request, filled, service, done=done, back=referral.enrolment.participant, tab=TAB, referral=referral)


@walled("dtc.record_first_visit")
def record_first_visit(request, referral_id):
    done = "The first visit is recorded."
    return of_referral(request, referral_id, forms.RecordFirstVisitForm, services.record_first_visit, done)


@walled("dtc.log_service")
def log_service(request, referral_id):
    done = "What was delivered is logged."
    return of_referral(request, referral_id, forms.LogServiceForm, services.log_service, done)


@walled("dtc.end_referral")
def end_referral(request, referral_id):
    return of_referral(request, referral_id, forms.EndReferralForm, services.end_referral, "The referral has ended.")


@walled("dtc.download_progress")
@never_cache
@require_GET
def download_progress(request, participant_id):
    """For the participant to take home. Nothing is kept: what is printed tomorrow may say more."""
    participant = trail.read(
        Participant.objects.all(), by=request.user, verb="dtc.download_progress", pk=participant_id
    )
    plan = plans.plan_of(Enrolment.objects.visible_to(request.user).of(participant), localdate())
    if plan is None:
        raise Http404
    at = timezone.now()
    meeting = Meeting.objects.visible_to(request.user).standing().after(at).first()
    return paper.attached(progress.printed(plan, meeting, at).pdf, progress.file_name(at))
