"""Check-ins as the tests need them: scheduled, made, allowed to inspect; and somebody who is a support contact."""

from datetime import timedelta

from callins import services
from callins.models import Offer, OfferCondition, SupportContact
from dmi.accounts.models import User
from dmi.accounts.roles import Role
from tests.callins.made import held, invited, planned
from tests.conftest import NOON, TODAY, officer

MONDAY = TODAY - timedelta(days=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def scheduled(by, dealer, liaison, **said):
    facts = {"where": "41 Cutler Street", "from_on": MONDAY, "at": NOON} | said
    return services.schedule_check_ins(by=by, dealer=dealer, liaison=liaison, **facts)


def visited(by, schedule, *, at=NOON, **said):
    return services.log_check_in(by=by, schedule=schedule, at=at, **{"wellbeing": "good"} | said)


def pleaded(coordinator, dealer, market, *, state="accepted", kind="inspection", starts_at=NOON - 7 * DAY):
    """Came to a call-in on the plea form and agreed that the residence is inspected: the condition."""
    call_in = held(planned(coordinator, market, form="plea", starts_at=starts_at))
    invitation = invited(call_in, dealer, outcome="attended", arrived_at=call_in.starts_at)
    answered_at = None if state == "made" else call_in.starts_at
    offer = Offer.objects.create(invitation=invitation, state=state, answered_at=answered_at, by=coordinator, at=NOON)
    return OfferCondition.objects.create(offer=offer, number=3, kind=kind, text="Inspections of the residence")


def supported(by, dealer, liaison, **said):
    facts = {"from_on": TODAY, "at": NOON} | said
    return services.add_support_contact(by=by, dealer=dealer, liaison=liaison, **facts)


def visits_of(dealer, by):
    """What the addresses of this room stand for."""
    liaison = User.objects.filter(badge="v1").first() or officer("v1", Role.LIAISON, phone="802-555-0133")
    schedule = scheduled(by, dealer, liaison)
    visited(liaison, schedule)
    contact = SupportContact.objects.create(dealer=dealer, liaison=liaison, from_on=TODAY, by=by, at=NOON)
    return {"schedule_id": schedule.pk, "support_contact_id": contact.pk}
