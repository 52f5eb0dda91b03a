from callins.guards import check_not_over
from callins.planning import taken_places
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def change_service(*, by, service, contact, places):
    """Whom to call there, and how many places. Refused: fewer than are taken, closed or called off."""
    hold(service.call_in)
    check_not_over(service.call_in)
    taken = taken_places(service)
    if places < taken:
        raise RuleBroken(f"{taken} of these places are taken already; keep at least so many.")
    service.contact, service.places = contact, places
    service.save()
    return service
