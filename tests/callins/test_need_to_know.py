"""Until a call-in is held nobody who is not on it finds an invited person as such, by any way; afterwards who sees him.

Twins: the same pages, asked for twice by an officer of every role who works the market and is not on the call-in, once
with people invited and once without, are equal to the byte but for their tokens.
"""

import re
from datetime import timedelta

import pytest
from django.db import transaction

from callins import services
from callins.models import FollowUp, Offer
from dmi.accounts.roles import Role
from markets import services as places
from tests import conftest
from tests.callins import conftest as call_ins
from tests.callins.lettered import letter_for
from tests.callins.made import IN_A_WEEK, held, invited, planned
from tests.callins.qualified import qualified
from tests.callins.test_view_invitations import TALK, close_to
from tests.cases.court import logged_warrant
from tests.conftest import NOON, TODAY, officer
from tests.conventions import test_sweep
from tests.conventions.site import doors
from tests.stage import staged

UNASKED = {Role.CLOCK, Role.TREATMENT, Role.COURT_CLERK, Role.SECURITY_OFFICER}  # the last reads the trail itself
PASSING = re.compile(  # tokens, and moments: a minute lies between the twins
    rb'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"|"(?:X-CSRFToken|csrf)": "[^"]*"|<time.*?</time>'
    rb'|data-minutes="\d+">\d+|\?cursor=[^"]*|\?before=\d+|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d\.\d+)?|\b\d\d:\d\d\b'
)
VENUE = b"Call-in at Grange Hall"
# They tell of no row, and take longest; or hold a secret that is new every time.
OF_NOBODY = {"api:schema", "view_api", "mfa_activate_totp", "mfa_add_webauthn"}

made, stage = staged(
    "world", "sal", "sue", "ray", "pat", "otis", "pru", "west_end", "farrow", "whitlow",
    rooms=(vars(test_sweep), vars(call_ins), vars(conftest)),
)  # fmt: skip


@pytest.fixture
def all_round(stage):
    """Every role, in the market, not on the call-in."""
    person = officer("500", *(role for role in Role if role not in UNASKED), is_sworn=True)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=person, on=TODAY)
    return person


@pytest.fixture
def call_in(stage):
    """Weeks ahead, sal alone on it, nobody invited; and what stands in both twins: who may be, and somebody close."""
    qualified(stage.whitlow, stage.ray, stage.sal, stage.pru, stage.west_end)
    logged_warrant(stage.whitlow, stage.ray, number="26-W-99")
    close_to(stage.whitlow, stage.ray, "May Whitlow")
    return planned(stage.sal, stage.west_end, starts_at=IN_A_WEEK + timedelta(days=30))


def everything(stage, call_in):
    """Two people invited, one after a promise, one off and on again; and all that hangs on an invitation."""
    sal, whitlow = stage.sal, stage.whitlow
    invited(call_in, stage.farrow)
    services.keep_warrant_promise(by=sal, call_in=call_in, dealer=whitlow, how="Recalled.", at=NOON)
    first = services.invite_dealer(by=sal, call_in=call_in, dealer=whitlow, at=NOON)
    services.withdraw_invitation(by=sal, invitation=first, because="A mistake.", at=NOON)
    invitation = services.invite_dealer(by=sal, call_in=call_in, dealer=whitlow, at=NOON)
    services.record_rsvp(by=sal, invitation=invitation, rsvp="coming", at=NOON)
    aunt = whitlow.influentials.get(name="May Whitlow")
    services.log_influential_contact(by=sal, invitation=invitation, influential=aunt, **TALK)
    letter_for(invitation).service_attempts.create(place="Door", is_delivered=True, to_whom="Her", by=sal, at=NOON)
    FollowUp.objects.create(invitation=invitation, kind="first", owner=sal, due_on=TODAY, by=sal, at=NOON)
    Offer.objects.create(invitation=invitation, services=["work"], by=sal, at=NOON)
    return invitation


def walked(client, known, names=None):
    """What each door, or each of these, answers: status and body, tokens and moments apart."""
    found = {}
    for door in doors_to(known):
        if names is None or door.name in names:
            answer = client.get(door.address(known))
            if answer.status_code != 405 and "pdf" not in answer.get("Content-Type", ""):
                found[door.name] = answer.status_code, PASSING.sub(b"", answer.getvalue())
    return found


def doors_to(known):
    return [door for door in doors() if door.name not in OF_NOBODY and set(door.wants) <= set(known)]


def test_twins_with_and_without_people_invited_are_alike(client, stage, all_round, call_in):
    client.force_login(all_round)
    before = transaction.savepoint()
    people = {"dealer_id": stage.whitlow.pk, "other_id": stage.farrow.pk}
    invitation = everything(stage, call_in)
    known = {**stage.world, **people, "call_in_id": call_in.pk, "invitation_id": invitation.pk}
    with_them = walked(client, known)
    transaction.savepoint_rollback(before)
    without = walked(client, known, set(with_them))
    assert {name: (told, with_them[name]) for name, told in without.items() if told != with_them[name]} == {}
    assert len(without) > 300


def test_nobody_outside_finds_a_trace_and_afterwards_the_timeline_tells(client, stage, call_in):
    """ray works the market, sue supervises it, pru prosecutes in it; pat patrols, otis is elsewhere. What the API tells
    of the dealer it tells each alike: ray asks for all.
    """
    invitation = everything(stage, call_in)
    known = {"dealer_id": stage.whitlow.pk, "call_in_id": call_in.pk, "invitation_id": invitation.pk}
    ids = [str(each.pk).encode() for each in (call_in, invitation)]
    about = doors_to(known)
    pages = [door for door in about if not door.is_api or {"call_in_id", "invitation_id"} & set(door.wants)]
    for stranger in (stage.ray, stage.sue, stage.pru, stage.pat, stage.otis):
        client.force_login(stranger)
        for door in about if stranger == stage.ray else pages:
            answer = client.get(door.address(known))
            is_of_it = bool({"call_in_id", "invitation_id"} & set(door.wants))
            assert answer.status_code in {403, 404, 405} or not is_of_it, (stranger, door.name)
            traces = [*ids, VENUE, b"callins.", b"nvited"] if "dealer_id" in door.wants else ids
            assert not [trace for trace in traces if trace in answer.getvalue()], (stranger, door.name)
    timeline = f"/dealers/{stage.whitlow.pk}/timeline/"
    client.force_login(stage.ray)
    assert VENUE not in client.get(timeline).content
    held(call_in)
    assert VENUE in client.get(timeline).content
    assert client.get(invitation.get_absolute_url()).status_code == 200
    client.force_login(stage.otis)
    assert client.get(invitation.get_absolute_url()).status_code == 404


def test_nothing_of_it_stands_in_the_history_or_on_the_access_tab(client, stage, call_in):
    """They tell of the dealer's own record, to whoever opens it: not even to sal, who is on the call-in."""
    everything(stage, call_in)
    client.force_login(stage.sal)
    for tab in ("history", "access"):
        body = client.get(f"/dealers/{stage.whitlow.pk}/{tab}/").content.lower()
        assert not [word for word in (b"invit", b"influential contact", b"promise") if word in body], tab
