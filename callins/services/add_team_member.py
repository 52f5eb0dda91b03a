from callins.guards import check_not_over
from callins.models import TeamMember
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_team_member(*, by, call_in, officer, at):
    """From now on the officer knows who is invited.

    Refused: somebody whose roles open no call-in, somebody who is on it already (constraint), closed or called off.
    """
    hold(call_in)
    check_not_over(call_in)
    if not officer.has_perm("callins.view_call_ins"):
        raise RuleBroken(f"{officer} holds no role that opens call-ins; change the roles first.")
    return TeamMember.objects.create(call_in=call_in, officer=officer, by=by, at=at)
