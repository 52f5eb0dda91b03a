from callins.guards import check_hours
from callins.models import CallIn, TeamMember
from dmi.audit.trail import on_the_record
from markets.guards import check_works


@on_the_record
def plan_call_in(*, by, market, form, starts_at, ends_at, venue, address, contact, safety_plan="", at):
    """A call-in of one of the two forms; whoever plans it is on its team, and nobody else yet.

    Refused: an hour that has passed, an end before the start, another call-in at that hour (constraint).
    """
    check_works(by, market)
    check_hours(starts_at, ends_at, at)
    call_in = CallIn.objects.create(
        market=market, form=form, starts_at=starts_at, ends_at=ends_at, venue=venue, address=address, contact=contact,
        safety_plan=safety_plan, by=by, at=at,
    )  # fmt: skip
    TeamMember.objects.create(call_in=call_in, officer=by, by=by, at=at)
    return call_in
