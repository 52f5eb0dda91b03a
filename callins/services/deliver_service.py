from callins.services.following import check_day, check_follows
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def deliver_service(*, by, service_request, delivered_on, at):
    """The help came on this day. Refused: twice, a day to come, before it was asked for."""
    hold(service_request)
    check_follows(service_request.invitation)
    if service_request.delivered_on:
        raise RuleBroken(
            f"It came on {service_request.delivered_on:%-d %B %Y} already. Ask anew for what is asked anew."
        )
    check_day("delivered_on", delivered_on, service_request.invitation, at)
    service_request.delivered_on = delivered_on
    service_request.save()
    return service_request
