"""People who may be called in, by the services themselves: decided for by two, a case banked or a count charged."""

from callins.models import Invitation, TeamMember
from dealers.cases import services as courts
from tests.cases.court import arrested
from tests.cases.made import brought_to, built
from tests.conftest import NOON, TODAY


def sent_to_call_in(dealer, ray, sal, pru, because="", **facts):
    """Supervisor and prosecutor decide; where something bars, both say why."""
    courts.state_track_facts(by=ray, dealer=dealer, basis="Records check of 2 Mar", at=NOON, **facts)
    decision = courts.decide_track(by=sal, dealer=dealer, decided="call_in", because=because, at=NOON)
    return courts.confirm_track(by=pru, decision=decision, because=because, at=NOON)


def banked(dealer, ray, sal, pru, market):
    return brought_to("banked", built(dealer, ray, market), {"investigator": ray, "supervisor": sal, "prosecutor": pru})


def qualified(dealer, ray, sal, pru, market, **facts):
    """Whom nothing bars from a call-in on banked cases; returns the case."""
    sent_to_call_in(dealer, ray, sal, pru, **facts)
    return banked(dealer, ray, sal, pru, market)


def charged(dealer, ray, **facts):
    """Before the court and not held: what the plea form rests on."""
    prosecution = arrested(dealer, ray, **{"custody": "none", "held_at": "", **facts})
    courts.add_charge(by=ray, prosecution=prosecution, offence="sale_heroin", offence_on=TODAY, at=NOON)
    return prosecution


def invitation_of(call_in_id, dealer, by):
    """What the addresses of this room name: somebody invited to the call-in of the plan."""
    return {"invitation_id": Invitation.objects.create(call_in_id=call_in_id, dealer=dealer, by=by, at=NOON).pk}


def put_on(call_in_id, officer, by):
    """On the team: until it is held nobody else finds it, not even who works the market."""
    TeamMember.objects.create(call_in_id=call_in_id, officer=officer, by=by, at=NOON)
