from django.core.exceptions import ValidationError

from callins.models import ReservedService, ServiceRequest
from callins.planning import taken_places
from callins.services.following import check_day, check_held
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def ask_for_service(*, by, invitation, asked_on, reserved=None, service="", provider="", at):
    """Help was asked for: one of the places that stood ready, or another kind from whoever gives it.

    Refused: neither said; a place that nobody reserved any more; the same help asked for and still waited for.
    """
    hold(invitation)
    check_held(invitation)
    check_day("asked_on", asked_on, invitation, at)
    if reserved:
        service, provider = reserved.service, reserved.provider
    if not service:
        raise ValidationError({"service": "Say what help was asked for."})
    check_not_waiting(invitation, service, provider)
    check_free(invitation.call_in, service, provider)
    return ServiceRequest.objects.create(
        invitation=invitation, service=service, provider=provider, asked_on=asked_on, by=by, at=at
    )


def check_not_waiting(invitation, service, provider):
    waiting = ServiceRequest.objects.of(invitation).waiting().filter(service=service, provider__iexact=provider)
    if asked := waiting.first():
        raise RuleBroken(
            f"{asked} was asked for on {asked.asked_on:%-d %B %Y} and has not come yet; enter the day when it does."
        )


def check_free(call_in, service, provider):
    """The places are held while they are counted: of two who want the last one, one is told."""
    place = ReservedService.objects.select_for_update().of(call_in).filter(service=service, provider=provider).first()
    if place and taken_places(place) >= place.places:
        raise RuleBroken(
            f"All places at {place.provider} are asked for ({place.places}). Reserve more, or ask another."
        )
