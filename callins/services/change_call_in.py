from django.utils.timezone import localdate

from callins.guards import check_ahead, check_hours
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken

TOLD = ("starts_at", "ends_at", "venue", "address", "contact")  # what the letters say


@on_the_record
def change_call_in(*, by, call_in, seen, starts_at, ends_at, venue, address, contact, safety_plan, at):
    """Hour, place, whom to call, safety plan. What the letters say takes "ready" back: they are written anew.

    `seen` is the version that the form was filled from. Refused: changed meanwhile, held or called off, an hour that
    has passed, an end before the start, another call-in at that hour (constraint); another day once the door is open
    and somebody is entered.
    """
    hold(call_in)
    check_ahead(call_in)
    check_unchanged(call_in, seen, call_in.CORRECTED)
    check_hours(starts_at, ends_at, at)
    check_nobody_came(call_in, starts_at)
    told_before = [getattr(call_in, name) for name in TOLD]
    call_in.starts_at, call_in.ends_at = starts_at, ends_at
    call_in.venue, call_in.address, call_in.contact = venue, address, contact
    call_in.safety_plan = safety_plan
    if told_before != [getattr(call_in, name) for name in TOLD]:
        call_in.state, call_in.ready_at = call_in.State.PLANNED, None
    call_in.save()
    return call_in


def check_nobody_came(call_in, starts_at):
    """Who was at the door on one day was not there on another."""
    is_moved = localdate(starts_at) != localdate(call_in.starts_at)
    if is_moved and call_in.invitations.exclude(outcome="pending").exists():
        raise RuleBroken("Somebody is entered at the door of that day already; take it back there, or call it off.")
