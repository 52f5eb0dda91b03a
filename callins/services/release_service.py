from callins.guards import check_not_over
from callins.planning import taken_places
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def release_service(*, by, service):
    """The provider gets the places back; returns the call-in. Refused: somebody asked for one, closed or called off."""
    call_in = service.call_in
    hold(call_in)
    check_not_over(call_in)
    if taken_places(service):
        raise RuleBroken("Somebody called in asked for this help already; keep the places.")
    service.delete()
    return call_in
