"""What follows an evening, as the tests need it: a call-in held on banked cases, its contacts laid out."""

from datetime import timedelta

from django.utils.timezone import localdate

from callins import services
from callins.models import FollowUp, Offer
from dealers.cases import services as courts
from tests.callins.made import IN_A_WEEK, held, invited, planned
from tests.cases.made import brought_to, built
from tests.conftest import NOON

EVENING = IN_A_WEEK.date()
AFTER = IN_A_WEEK + timedelta(hours=3)


def followed_by(owner, call_in, dealer, case=None):
    """Called in on this case, the evening over, this officer stays in touch."""
    invitation = invited(held(call_in), dealer, case=case, outcome="attended")
    return services.assign_follow_up(by=call_in.by, invitation=invitation, owner=owner, at=AFTER)


def banked(dealer, ray, sal, pru, market):
    case = built(dealer, ray, market)
    return brought_to("banked", case, {"investigator": ray, "supervisor": sal, "prosecutor": pru})


def charged(dealer, ray, **facts):
    """Before a court: what a plea's invitation rests on."""
    said = {
        "court": "state", "court_name": "Rutland Unit", "docket": "211-3-26", "arresting_agency": "Otter Falls PD",
        "arrested_on": NOON.date(), "custody": "none",
    }  # fmt: skip
    return courts.record_arrest(by=ray, dealer=dealer, at=NOON, **{**said, **facts})


def accepted(invitation, **facts):
    """An offer, agreed to on the evening."""
    said = {"state": "accepted", "answered_at": AFTER, "sentence": "Two years, suspended"}
    return Offer.objects.create(invitation=invitation, by=invitation.by, at=AFTER, **{**said, **facts})


def logged_at(follow_up, by, moment, *, is_reached=True, **said):
    return services.log_follow_up(
        by=by, follow_up=follow_up, is_reached=is_reached, tried_at=moment, at=moment, **said
    )  # fmt: skip


def contact(invitation, kind):
    return FollowUp.objects.of(invitation).get(kind=kind)


def asked(invitation, by, at=AFTER, **said):
    said = {"service": "housing", "asked_on": EVENING, **said}
    return services.ask_for_service(by=by, invitation=invitation, at=at, **said)


def follow_ups_of(dealer, coordinator, market):
    """Something under every address of this room: of a call-in held last month."""
    evening = NOON - timedelta(days=28)
    call_in = held(planned(coordinator, market, starts_at=evening))
    person = invited(call_in, dealer, outcome="attended")
    services.assign_follow_up(by=coordinator, invitation=person, owner=coordinator, at=NOON)
    help_asked = asked(person, coordinator, at=NOON, asked_on=localdate(evening))
    return {"follow_up_id": contact(person, "first").pk, "service_request_id": help_asked.pk}
