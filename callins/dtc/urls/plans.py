from django.urls import path

from callins.dtc.views import plans as views

ONE = "participants/<uuid:participant_id>/"
NEED = "needs/<uuid:need_id>/"
STEP = "plan-steps/<uuid:plan_step_id>/"
REFERRAL = "referrals/<uuid:referral_id>/"
urlpatterns = [
    path(f"{ONE}plan/", views.view_plan, name="view_plan"),
    path(f"{ONE}needs/", views.assess_needs, name="assess_needs"),
    path(f"{NEED}met/", views.meet_need, name="meet_need"),
    path(f"{ONE}plan-step/", views.add_plan_step, name="add_plan_step"),
    path(f"{STEP}done/", views.complete_plan_step, name="complete_plan_step"),
    path(f"{STEP}drop/", views.drop_plan_step, name="drop_plan_step"),
    path(f"{ONE}task/", views.complete_task, name="complete_task"),
    path(f"{ONE}referral/", views.refer_participant, name="refer_participant"),
    path(f"{REFERRAL}first-visit/", views.record_first_visit, name="record_first_visit"),
    path(f"{REFERRAL}service/", views.log_service, name="log_service"),
    path(f"{REFERRAL}end/", views.end_referral, name="end_referral"),
    path(f"{ONE}progress/", views.download_progress, name="download_progress"),
]
