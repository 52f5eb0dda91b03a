"""Until a call-in is held nobody who is not on it finds an invited person as such, by any way; afterwards who sees him.

Twins: the same pages, asked for twice by an officer of every role who works the market and is not on the call-in, once
with people invited and once without, are equal to the byte but for their tokens.
"""

import re

import pytest
from django.db import transaction

from callins import services
from callins.models import FollowUp, Letter, LetterTemplate, Offer, ServiceAttempt
from dmi.accounts.roles import Role
from markets import services as places
from tests import conftest
from tests.callins import conftest as call_ins
from tests.callins.made import held, invited
from tests.callins.qualified import qualified
from tests.callins.test_view_invitations import TALK, close_to
from tests.conftest import NOON, TODAY, officer
from tests.conventions import test_sweep
from tests.conventions.site import doors
from tests.stage import staged

UNASKED = {Role.CLOCK, Role.TREATMENT, Role.COURT_CLERK, Role.SECURITY_OFFICER}  # the last reads the trail itself
TOKENS = re.compile(  # and moments: some minutes lie between the twins
    rb'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|<time.*?</time>|\?cursor=[^"]*'
    rb"|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d\.\d+)?"
)
VENUE = b"Grange Hall"

made, stage = staged(
    "world", "cora", "sal", "sue", "ray", "pat", "otis", "pru", "west_end", "farrow", "whitlow", "call_in",
    rooms=(vars(test_sweep), vars(call_ins), vars(conftest)),
)  # fmt: skip


@pytest.fixture
def all_round(stage):
    """Every role, in the market, not on the call-in."""
    person = officer("500", *(role for role in Role if role not in UNASKED), is_sworn=True)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=person, on=TODAY)
    return person


def everything(stage):
    """Two people invited, one after a promise, one off and on again; and all that hangs on an invitation."""
    cora, farrow = stage.cora, stage.farrow
    services.keep_warrant_promise(by=stage.sal, call_in=stage.call_in, dealer=farrow, how="Recalled.", at=NOON)
    invitation = invited(stage.call_in, farrow)
    other = services.invite_dealer(by=cora, call_in=stage.call_in, dealer=stage.whitlow, at=NOON)
    services.withdraw_invitation(by=cora, invitation=other, because="A mistake.", at=NOON)
    services.invite_dealer(by=cora, call_in=stage.call_in, dealer=stage.whitlow, at=NOON)
    services.record_rsvp(by=cora, invitation=invitation, rsvp="coming", at=NOON)
    services.log_influential_contact(
        by=cora, invitation=invitation, influential=farrow.influentials.get(name="May Farrow"), **TALK
    )
    hang_on(invitation, cora)
    return invitation


def hang_on(invitation, cora):
    template = LetterTemplate.objects.first() or LetterTemplate.objects.create(
        kind="banked", language="en", version=1, body="Come.", by=cora, at=NOON
    )
    letter = Letter.objects.create(
        invitation=invitation, template=template, text="Come.", signed_by_chief="A", signed_by_community="B", by=cora,
        at=NOON,
    )  # fmt: skip
    ServiceAttempt.objects.create(letter=letter, place="Door", is_delivered=True, to_whom="Him", by=cora, at=NOON)
    FollowUp.objects.create(invitation=invitation, kind="first", owner=cora, due_on=TODAY, by=cora, at=NOON)
    Offer.objects.create(invitation=invitation, services=["work"], by=cora, at=NOON)


def walked(client, known):
    """What each door answers: status and body, tokens apart."""
    found = {}
    for door in doors():
        if set(door.wants) <= set(known):
            answer = client.get(door.address(known))
            if answer.status_code != 405 and "pdf" not in answer.get("Content-Type", ""):
                found[door.name] = answer.status_code, TOKENS.sub(b"", answer.getvalue())
    return found


@pytest.fixture
def ready(stage, all_round):
    """What stands in both twins: people who may be invited, a warrant, somebody close."""
    qualified(stage.whitlow, stage.ray, stage.sal, stage.pru, stage.west_end)
    close_to(stage.farrow, stage.ray, "May Farrow")


def test_twins_with_and_without_people_invited_are_alike(client, stage, all_round, ready):
    client.force_login(all_round)
    before = transaction.savepoint()
    invitation = everything(stage)
    known = {
        **stage.world,
        "call_in_id": stage.call_in.pk,
        "invitation_id": invitation.pk,
        "dealer_id": stage.farrow.pk,
    }
    invited_there = walked(client, known)
    transaction.savepoint_rollback(before)
    without = walked(client, known)
    assert [name for name, told in without.items() if told != invited_there[name]] == []
    assert len(without) > 300


def test_nobody_outside_finds_a_trace_and_afterwards_the_timeline_tells(client, stage, ready):
    """ray works the market, sue supervises it, pru prosecutes in it; pat patrols, otis is elsewhere."""
    invitation = everything(stage)
    known = {"dealer_id": stage.farrow.pk, "call_in_id": stage.call_in.pk, "invitation_id": invitation.pk}
    traces = (VENUE, str(stage.call_in.pk).encode(), str(invitation.pk).encode(), b"callins.", b"nvited")
    about = [door for door in doors() if set(door.wants) <= set(known)]
    for stranger in (stage.ray, stage.sue, stage.pru, stage.pat, stage.otis):
        client.force_login(stranger)
        for door in about:
            answer = client.get(door.address(known))
            assert answer.status_code in {403, 404, 405} or not {"call_in_id", "invitation_id"} & set(door.wants), door
            if answer.status_code == 200 and door.name != "api:schema":
                told = answer.getvalue()
                assert not [trace for trace in traces if trace in told], (stranger, door.name)
    timeline = f"/dealers/{stage.farrow.pk}/timeline/"
    client.force_login(stage.ray)
    assert b"Call-in" not in client.get(timeline).content.replace(b">Call-ins<", b"")
    held(stage.call_in)
    assert VENUE in client.get(timeline).content
    assert client.get(invitation.get_absolute_url()).status_code == 200
    client.force_login(stage.otis)
    assert client.get(invitation.get_absolute_url()).status_code == 404


def test_nothing_of_it_stands_in_the_history_or_on_the_access_tab_of_the_dealer(client, stage, ready):
    """Not even for cora, who is on it: these tabs tell of the dealer's own record, to whoever opens it."""
    everything(stage)
    client.force_login(stage.sue)
    for tab in ("history", "access"):
        body = client.get(f"/dealers/{stage.farrow.pk}/{tab}/").content.lower()
        assert not [word for word in (b"invit", b"influential contact", b"promise") if word in body], tab
