from django.urls import path

from callins.views import agenda, call_ins, reserved, results, team

urlpatterns = [
    path("call-ins/", call_ins.view_call_ins, name="view_call_ins"),
    path("call-ins/plan/", call_ins.plan_call_in, name="plan_call_in"),
    path("call-ins/<uuid:call_in_id>/", call_ins.view_call_in, name="view_call_in"),
    path("call-ins/<uuid:call_in_id>/change/", call_ins.change_call_in, name="change_call_in"),
    path("call-ins/<uuid:call_in_id>/mark-ready/", call_ins.mark_call_in_ready, name="mark_call_in_ready"),
    path("call-ins/<uuid:call_in_id>/call-off/", call_ins.call_off, name="call_off"),
    path("call-ins/<uuid:call_in_id>/hold/", call_ins.hold_call_in, name="hold_call_in"),
    path("call-ins/<uuid:call_in_id>/close/", call_ins.close_call_in, name="close_call_in"),
    path("call-ins/<uuid:call_in_id>/add-team-member/", team.add_team_member, name="add_team_member"),
    path("call-ins/team/<int:member_id>/remove/", team.remove_team_member, name="remove_team_member"),
    path("call-ins/<uuid:call_in_id>/lay-out-agenda/", agenda.lay_out_agenda, name="lay_out_agenda"),
    path("call-ins/<uuid:call_in_id>/add-speaker/", agenda.add_speaker, name="add_speaker"),
    path("call-ins/speakers/<uuid:speaker_id>/change/", agenda.change_speaker, name="change_speaker"),
    path("call-ins/speakers/<uuid:speaker_id>/move/", agenda.move_speaker, name="move_speaker"),
    path("call-ins/speakers/<uuid:speaker_id>/remove/", agenda.remove_speaker, name="remove_speaker"),
    path("call-ins/<uuid:call_in_id>/reserve-service/", reserved.reserve_service, name="reserve_service"),
    path("call-ins/services/<uuid:service_id>/change/", reserved.change_service, name="change_service"),
    path("call-ins/services/<uuid:service_id>/release/", reserved.release_service, name="release_service"),
    path("call-ins/<uuid:call_in_id>/results/", results.view_results, name="view_results"),
    path("call-ins/<uuid:call_in_id>/results/export/", results.export_results, name="export_results"),
]
