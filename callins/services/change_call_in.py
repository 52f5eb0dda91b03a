from callins.guards import check_ahead, check_hours
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged

TOLD = ("starts_at", "ends_at", "venue", "address", "contact")  # what the letters say


@on_the_record
def change_call_in(*, by, call_in, seen, starts_at, ends_at, venue, address, contact, safety_plan, at):
    """Hour, place, whom to call, safety plan. What the letters say takes "ready" back: they are written anew.

    `seen` is the version that the form was filled from. Refused: changed meanwhile, held or called off, an hour that
    has passed, an end before the start, another call-in at that hour (constraint).
    """
    hold(call_in)
    check_ahead(call_in)
    check_unchanged(call_in, seen, call_in.CORRECTED)
    check_hours(starts_at, ends_at, at)
    told_before = [getattr(call_in, name) for name in TOLD]
    call_in.starts_at, call_in.ends_at = starts_at, ends_at
    call_in.venue, call_in.address, call_in.contact = venue, address, contact
    call_in.safety_plan = safety_plan
    if told_before != [getattr(call_in, name) for name in TOLD]:
        call_in.state, call_in.ready_at = call_in.State.PLANNED, None
    call_in.save()
    return call_in
