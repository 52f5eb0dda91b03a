"""Twins: the same police work, once with a course of treatment court behind the wall and once without. Not a byte of
what the police side is shown may differ.
"""

import re

from django.db import transaction
from django.utils import timezone

from dmi.accounts.roles import MAY, Role
from maintenance import services as crt
from maintenance.models import Meeting
from markets import services as places
from tests import conftest
from tests.browser.world import decide, sheet_of
from tests.conftest import TODAY, officer
from tests.conventions import test_sweep
from tests.conventions.site import doors
from tests.dtc.test_sentinel import everything_said
from tests.stage import staged

SPOKEN_ANEW = re.compile(  # by every request
    rb'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"'
    rb"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d)|\d\d:\d\d"  # the moment of the look itself
)
ITSELF = ("account_", "live", "ready", "metrics", "view_api", "api:schema")  # not about anybody
TRAILS = ("view_trail", "export_trail", "view_searches")  # their lines are the looks; test_sentinel searches the tables
SHOWS = ("view_", "find_", "search", "print_", "download_", "export_")
OWN_DESKS = (Role.PATROL, Role.INVESTIGATOR, Role.ANALYST, Role.SUPERVISOR)
DESK = ("desk", "markets:view_markets", "dealers:view_dealers", "maintenance:view_hot_sheets")

made, stage = staged(
    "world", "tess", "sal", "task_force", "west_end", "farrow", rooms=(vars(test_sweep), vars(conftest))
)  # fmt: skip


def test_the_twins_are_alike(client, stage, monkeypatch):
    """To somebody with every role that treatment court tells nothing, at every address; to each of four roles on the
    pages that differ by role; and on the sheet that is frozen of it all.
    """
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)  # pages that say the minute are asked in the same one
    people = {all_round(stage): addresses(stage.world)}
    people |= {
        stationed(stage, role): [door.address({}) for door in doors() if door.name in DESK] for role in OWN_DESKS
    }
    without = seen_in_a_world(client, stage, people)
    within = seen_in_a_world(client, stage, people, lambda: everything_said(stage.tess, stage.farrow))
    for who, told in within.items():
        assert [address for address, answer in told.items() if answer != without[who][address]] == [], who
    assert sum(map(len, within.values())) > 180


def all_round(stage):
    untold = [role for role in Role if role != Role.CLOCK and not any(verb.startswith("dtc.") for verb in MAY[role])]
    return stationed(stage, *untold)


def stationed(stage, *roles):
    who = officer(f"twin-{roles[0]}-{len(roles)}", *roles, is_sworn=True)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=who, on=TODAY)
    return who


def addresses(known):
    """Every page that shows something, every answer of the API, paper and list; not the empty forms of acts."""
    others = [
        door
        for door in doors()
        if ":dtc:" not in f":{door.name}" and not door.name.startswith(ITSELF) and not door.name.endswith(TRAILS)
    ]
    return [door.address(known) for door in others if is_answer(door) or is_shown(door)]


def is_answer(door):
    return door.is_api and hasattr(door.view.cls, "get")


def is_shown(door):
    return not door.is_api and (door.verb or "").rpartition(".")[2].startswith(SHOWS)


def seen_in_a_world(client, stage, people, happens=lambda: None):
    """What is shown in a world where this happened; afterwards it never was."""
    before = transaction.savepoint()
    happens()
    seen = {who: shown(client, who, asked) for who, asked in people.items()}
    seen["the sheet"] = {"contents": next_sheet(stage).contents}
    transaction.savepoint_rollback(before)
    return seen


def next_sheet(stage):
    """Of an agenda that is proposed now; the meeting that is open comes to its end."""
    meeting = Meeting.objects.get(pk=stage.world["meeting_id"])
    for item in meeting.items.all():
        decide(stage.sal, item)
    crt.write_headline(by=stage.sal, meeting=meeting, headline="Quiet.")
    crt.close_meeting(by=stage.sal, meeting=meeting, at=timezone.now())
    return sheet_of(stage.sal, stage.task_force, weeks_ago=0)


def shown(client, who, asked):
    """Status and body at each address, what every request says anew left out."""
    client.force_login(who)
    answers = ((address, client.get(address)) for address in asked)
    return {address: (answer.status_code, SPOKEN_ANEW.sub(b"", answer.getvalue())) for address, answer in answers}
