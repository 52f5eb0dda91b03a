"""Who is on a call-in, and so knows who is invited before it is held."""

from django.shortcuts import resolve_url
from django.utils import timezone

from callins import services
from callins.forms import call_ins as forms
from callins.models import TeamMember
from callins.views.acting import act, found
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm


@permitted("callins.add_team_member")
def add_team_member(request, call_in_id):
    call_in = found(request, call_in_id)
    form = forms.AddTeamMemberForm(request.POST or None, officer=request.user)
    done, back = "The officer is on it.", f"{call_in.get_absolute_url()}#team"
    shown, at = {"call_in": call_in}, timezone.now()
    return act(request, form, services.add_team_member, done=done, back=back, shown=shown, call_in=call_in, at=at)


@permitted("callins.remove_team_member")
def remove_team_member(request, member_id):
    rows = TeamMember.objects.visible_to(request.user).with_call_in().with_officer()
    member = trail.find(rows, by=request.user, pk=member_id)
    leaves = member.officer == request.user
    back = resolve_url("callins:view_call_ins") if leaves else f"{member.call_in.get_absolute_url()}#team"
    return act(
        request, ActionForm(request.POST or None), services.remove_team_member, back=back,
        done=f"{member.officer} is on it no more.", shown={"call_in": member.call_in, "member": member}, member=member,
    )  # fmt: skip
