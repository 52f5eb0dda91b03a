"""Twins: the same police work, once with a year of treatment court behind the wall and once without. Not a byte of what
the police side is shown may differ."""

import re

import pytest
from django.db import transaction
from django.utils import timezone

from callins.dtc import services
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from tests.conftest import officer
from tests.conventions.site import doors
from tests.dtc.enrolled import attended, day, enrolled, given, noon

POLICE = (Role.PATROL, Role.INVESTIGATOR, Role.ANALYST, Role.SUPERVISOR)
SPOKEN_ANEW = re.compile(  # by every request
    rb'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"'
    rb"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d)"  # the moment of the look itself
)
ITSELF = ("account_", "live", "ready")


def treated(tess, dealer):
    """Whoever the police know is enrolled, tested, relapses, is paused and leaves."""
    with treatment():
        enrolment = enrolled(tess, last_name="Farrow", first_name="Cody")
        enrolment.participant.dealer = dealer
        enrolment.participant.save()
        attended(enrolment, tess, 1, 8)
        given(enrolment, tess, 9, ("confirmed", "heroin"))
        services.begin_pause(by=tess, enrolment=enrolment, kind="custody", began_on=day(12), at=noon(12))
        services.terminate_participant(by=tess, enrolment=enrolment, decided_on=day(20), why="Absconded", at=noon(20))


def shown(client, known):
    """Every page and answer of the police side, what every request says anew left out."""
    answers = {}
    for door in doors():
        if ":dtc:" not in f":{door.name}" and set(door.wants) <= set(known) and not door.name.startswith(ITSELF):
            answer = client.get(door.address(known))
            answers[door.name] = (answer.status_code, SPOKEN_ANEW.sub(b"", answer.getvalue()))
    return answers


@pytest.mark.parametrize("role", POLICE)
def test_the_twins_are_alike(client, tess, west_end, farrow, role, monkeypatch):
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)  # pages that say the minute are asked in the same one
    who = officer(f"twin-{role}", role, is_sworn=True)
    west_end.assignments.create(officer=who, from_on=day(0))
    client.force_login(who)
    known = {"market_id": west_end.pk, "dealer_id": farrow.pk}
    without = seen_in_a_world(client, known)
    within = seen_in_a_world(client, known, lambda: treated(tess, farrow))
    assert [name for name, answer in without.items() if within[name] != answer] == []
    assert len(without) > 50


def seen_in_a_world(client, known, happens=lambda: None):
    """What is shown in a world where this happened; afterwards it never was."""
    before = transaction.savepoint()
    happens()
    answers = shown(client, known)
    transaction.savepoint_rollback(before)
    return answers
