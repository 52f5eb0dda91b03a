"""Nothing leaves without its line: every print, export and download is asked for once; its verb has to be entered."""

from http import HTTPStatus

from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from dmi.audit import trail
from markets import services as places
from tests import conftest
from tests.callins.qualified import put_on
from tests.conftest import TODAY, officer
from tests.conventions import test_sweep
from tests.conventions.site import doors
from tests.stage import staged

LEAVES = ("print_", "export_", "download_")
ASKED = {"dealers:export_chart": "?file=people", "api:dealers:export_chart": "?file=people"}
TYPED = {"api:cases:download_case_file": {"purpose": "prosecutor", "recipient": "Pine County Prosecutor"}}
JSON, FORM = "application/json", "application/x-www-form-urlencoded"

made, stage = staged("world", "sal", "west_end", rooms=(vars(test_sweep), vars(conftest)))


def leaving():
    return [door for door in doors() if (door.verb or "").rpartition(".")[2].startswith(LEAVES)]


def everybody(stage):
    """Who may take everything along there is."""
    who = officer("all", *(role for role in Role if role != Role.CLOCK), full_name="All Roles", is_sworn=True)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=who, on=TODAY)
    put_on(stage.world["call_in_id"], who, stage.sal)
    return who


def lines(verb=None):
    """Of both trails: all, or what this verb let out."""
    with treatment():
        trails = (trail.trail_for("dealers."), trail.trail_for("dtc."))
        rows = [
            each.objects.filter(verb=verb, outcome__in=["done", "read"]) if verb else each.objects.all()
            for each in trails
        ]
        return sum(each.count() for each in rows)


def asked(client, door, known):
    address = door.address(known) + ASKED.get(door.name, "")
    answer = client.get(address)
    if answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return answer
    return client.post(address, TYPED.get(door.name, {}), content_type=JSON if door.is_api else FORM)


def test_what_leaves_has_its_line_and_what_is_refused_has_one_too(client, stage):
    client.force_login(everybody(stage))
    silent, left = [], 0
    for door in leaving():
        before, let_out = lines(), lines(door.verb)
        answer = asked(client, door, stage.world)
        b"".join(answer) if answer.streaming else answer.content
        is_out = answer.status_code == 200
        left += is_out
        if lines() == before or (is_out and lines(door.verb) == let_out):
            silent.append((door.name, answer.status_code))
    assert silent == []
    assert left > 40
