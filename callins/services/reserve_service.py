from callins.guards import check_not_over
from callins.models import ReservedService
from dmi.audit.trail import hold, on_the_record


@on_the_record
def reserve_service(*, by, call_in, service, provider, contact, places):
    """Places that a provider keeps for those who come; also after the evening, while somebody is followed up.

    Refused: the same help of the same provider twice (constraint), closed or called off.
    """
    hold(call_in)
    check_not_over(call_in)
    return ReservedService.objects.create(
        call_in=call_in, service=service, provider=provider, contact=contact, places=places
    )  # fmt: skip
