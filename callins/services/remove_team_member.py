from callins.guards import check_not_over
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def remove_team_member(*, by, member):
    """The officer is on it no more. Returns the call-in.

    Refused: the last one, without whom nobody would find it; closed or called off.
    """
    call_in = member.call_in
    hold(call_in)
    check_not_over(call_in)
    if call_in.team.count() == 1:
        raise RuleBroken("The last one on a call-in stays: nobody else would find it. Add somebody first.")
    member.delete()
    return call_in
