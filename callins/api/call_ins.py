"""The plan of a call-in, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins import planning, services
from callins.api.results import ExportResults, ViewResults
from callins.filters import CallInFilter
from callins.forms import call_ins as forms
from callins.models import CallIn, ReservedService, Speaker, TeamMember
from callins.serializers import call_ins as serializers
from dealers.api.base import Log, OfPeople
from dmi.api.acts import Act, Change
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.audit.versions import version
from dmi.forms import ActionForm


class ViewCallIns(OfPeople):
    """The call-ins that you may see: until one is held, only those whose team you are on."""

    verb = "callins.view_call_ins"
    answer = serializers.CallInRow
    filters = CallInFilter
    ordering = ("-at", "-id")

    def rows(self, officer):
        return CallIn.objects.visible_to(officer).with_counts()


class ViewCallIn(Look):
    """One call-in: its agenda, its help, its team, and what it still lacks."""

    verb = "callins.view_call_in"
    answer = serializers.CallInPlan

    def record(self, request, call_in_id):
        call_in = trail.read(CallIn.objects.with_people(), by=request.user, verb=self.verb, pk=call_in_id)
        return {
            "call_in": call_in,
            "speakers": Speaker.objects.visible_to(request.user).of(call_in),
            "services": planning.reserved_for(call_in),
            "team": TeamMember.objects.visible_to(request.user).of(call_in).with_officer(),
            "checklist": planning.checklist(call_in, timezone.localdate()) if call_in.is_ahead else [],
        }


class PlanCallIn(Log):
    """You are on its team; nobody else finds it until you add him, or until it is held."""

    form, service, answer = forms.PlanCallInForm, services.plan_call_in, serializers.CallInFacts


class OfCallIn(Act):
    """An act on the call-in of the address."""

    answer = serializers.CallInFacts

    def given(self, request, call_in_id):
        return {"call_in": trail.find(CallIn.objects.with_people(), by=request.user, pk=call_in_id)}


class OfCallInNow(OfCallIn):
    """And at this moment."""

    def given(self, request, call_in_id):
        return super().given(request, call_in_id) | {"at": timezone.now()}


class ChangeCallIn(OfCallInNow, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, changed = forms.ChangeCallInForm, services.change_call_in, "call_in"

    def filled(self, request, said, files, **given):
        call_in = given["call_in"]
        now = {name: getattr(call_in, name) for name in call_in.CORRECTED}
        now["seen"] = version(call_in, call_in.CORRECTED)
        return self.form(now | said, files, officer=request.user)


class MarkCallInReady(OfCallInNow):
    form, service = ActionForm, services.mark_call_in_ready


class CallOff(OfCallIn):
    form, service = forms.CallOffForm, services.call_off


class HoldCallIn(OfCallInNow):
    form, service = ActionForm, services.hold_call_in


class CloseCallIn(OfCallInNow):
    form, service = ActionForm, services.close_call_in


class AddTeamMember(OfCallInNow):
    form, service, answer = forms.AddTeamMemberForm, services.add_team_member, serializers.TeamMemberFacts
    status = HTTPStatus.CREATED


class RemoveTeamMember(Act):
    """Whoever takes himself off finds the call-in no more until it is held."""

    form, service, answer = ActionForm, services.remove_team_member, serializers.CallInFacts

    def given(self, request, member_id):
        rows = TeamMember.objects.visible_to(request.user).with_call_in().with_officer()
        return {"member": trail.find(rows, by=request.user, pk=member_id)}


class LayOutAgenda(OfCallIn):
    form, service = forms.LayOutAgendaForm, services.lay_out_agenda
    status = HTTPStatus.CREATED


class AddSpeaker(OfCallIn):
    form, service, answer = forms.SpeakerForm, services.add_speaker, serializers.SpeakerFacts
    status = HTTPStatus.CREATED


class OfSpeaker(Act):
    """An act on the turn of the address."""

    answer = serializers.SpeakerFacts

    def given(self, request, speaker_id):
        rows = Speaker.objects.visible_to(request.user).with_call_in()
        return {"speaker": trail.find(rows, by=request.user, pk=speaker_id)}


class ChangeSpeaker(OfSpeaker, Change):
    """What is left out stays as it is."""

    form, service, changed = forms.SpeakerForm, services.change_speaker, "speaker"


class MoveSpeaker(OfSpeaker):
    form, service = forms.MoveSpeakerForm, services.move_speaker


class RemoveSpeaker(OfSpeaker):
    form, service, answer = ActionForm, services.remove_speaker, serializers.CallInFacts


class ReserveService(OfCallIn):
    form, service, answer = forms.ReserveServiceForm, services.reserve_service, serializers.ServiceFacts
    status = HTTPStatus.CREATED


class OfService(Act):
    """An act on the reserved places of the address."""

    answer = serializers.ServiceFacts

    def given(self, request, service_id):
        rows = ReservedService.objects.visible_to(request.user).with_call_in()
        return {"service": trail.find(rows, by=request.user, pk=service_id)}


class ChangeService(OfService, Change):
    """What is left out stays as it is."""

    form, service, changed = forms.ChangeServiceForm, services.change_service, "service"


class ReleaseService(OfService):
    form, service, answer = ActionForm, services.release_service, serializers.CallInFacts


urlpatterns = [
    path("call-ins/", ViewCallIns.as_view(), name="view_call_ins"),
    path("call-ins/plan/", PlanCallIn.as_view(), name="plan_call_in"),
    path("call-ins/<uuid:call_in_id>/", ViewCallIn.as_view(), name="view_call_in"),
    path("call-ins/<uuid:call_in_id>/change/", ChangeCallIn.as_view(), name="change_call_in"),
    path("call-ins/<uuid:call_in_id>/mark-ready/", MarkCallInReady.as_view(), name="mark_call_in_ready"),
    path("call-ins/<uuid:call_in_id>/call-off/", CallOff.as_view(), name="call_off"),
    path("call-ins/<uuid:call_in_id>/hold/", HoldCallIn.as_view(), name="hold_call_in"),
    path("call-ins/<uuid:call_in_id>/close/", CloseCallIn.as_view(), name="close_call_in"),
    path("call-ins/<uuid:call_in_id>/add-team-member/", AddTeamMember.as_view(), name="add_team_member"),
    path("call-ins/team/<int:member_id>/remove/", RemoveTeamMember.as_view(), name="remove_team_member"),
    path("call-ins/<uuid:call_in_id>/lay-out-agenda/", LayOutAgenda.as_view(), name="lay_out_agenda"),
    path("call-ins/<uuid:call_in_id>/add-speaker/", AddSpeaker.as_view(), name="add_speaker"),
    path("call-ins/speakers/<uuid:speaker_id>/change/", ChangeSpeaker.as_view(), name="change_speaker"),
    path("call-ins/speakers/<uuid:speaker_id>/move/", MoveSpeaker.as_view(), name="move_speaker"),
    path("call-ins/speakers/<uuid:speaker_id>/remove/", RemoveSpeaker.as_view(), name="remove_speaker"),
    path("call-ins/<uuid:call_in_id>/reserve-service/", ReserveService.as_view(), name="reserve_service"),
    path("call-ins/services/<uuid:service_id>/change/", ChangeService.as_view(), name="change_service"),
    path("call-ins/services/<uuid:service_id>/release/", ReleaseService.as_view(), name="release_service"),
    path("call-ins/<uuid:call_in_id>/results/", ViewResults.as_view(), name="view_results"),
    path("call-ins/<uuid:call_in_id>/results/export/", ExportResults.as_view(), name="export_results"),
]
