"""A call-in that can be marked as ready, and something under every address of its plan."""

from datetime import timedelta

from callins.models import ReservedService, Speaker
from dealers.cases.states import State
from tests.callins.made import held, invited, planned
from tests.cases.made import draft_of
from tests.conftest import NOON

PRONGS = ("enforcement", "community", "services")


def speaker_of(call_in, position=1, prong="enforcement", **facts):
    said = {"capacity": "police", "name": "Sal Brandt", "subject": "The market is closed", "minutes": 10}
    return Speaker.objects.create(call_in=call_in, position=position, prong=prong, **said | facts)


def service_of(call_in, **facts):
    said = {"service": "work", "provider": "Alder Works", "contact": "802-555-0177", "places": 4}
    return ReservedService.objects.create(call_in=call_in, **said | facts)


def rounded(call_in, *dealers, owner):
    """Every must of its checklist met: speakers, help, safety plan; each invited on a case, with an owner."""
    for position, prong in enumerate(PRONGS, start=1):
        speaker_of(call_in, position, prong)
    service_of(call_in)
    call_in.safety_plan = "Two officers in plain clothes at the door."
    call_in.save()
    for dealer in dealers:
        invited(call_in, dealer, case=held_over(dealer, owner, call_in.market), follow_up_owner=owner)
    return call_in


def held_over(dealer, investigator, market):
    """A banked case; how one gets there is tested where it is done."""
    case = draft_of(dealer, investigator, market)
    case.state, case.prosecutor = State.BANKED, investigator
    case.save()
    return case


def plan_of(coordinator, market):
    """What the addresses of the plan name: a call-in held two months ago, a turn, reserved places, somebody on it."""
    call_in = held(planned(coordinator, market, starts_at=NOON - timedelta(days=60)))
    return {
        "call_in_id": call_in.pk, "speaker_id": speaker_of(call_in).pk, "service_id": service_of(call_in).pk,
        "member_id": call_in.team.get().pk,
    }  # fmt: skip
