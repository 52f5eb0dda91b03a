"""Nothing leaves without its line: every print, export and download is asked for once; its verb has to be entered."""

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
ASKED = {"api:dealers:export_chart": "?file=csv"}

made, stage = staged("world", "sal", "west_end", rooms=(vars(test_sweep), vars(conftest)))


def leaving():
    return [door for door in doors() if (door.verb or "").rpartition(".")[2].startswith(LEAVES)]


def everybody(stage):
    """Who may take everything along there is."""
    who = officer("all", *(role for role in Role if role != Role.CLOCK), full_name="All Roles", is_sworn=True)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=who, on=TODAY)
    put_on(stage.world["call_in_id"], who, stage.sal)
    return who


def lines_of(verb):
    with treatment():
        return trail.trail_for(verb).objects.filter(verb=verb, outcome__in=["done", "read"]).count()


def asked(client, door, known):
    address = door.address(known) + ASKED.get(door.name, "")
    answer = client.get(address)
    return client.post(address) if answer.status_code == 405 else answer


def test_what_leaves_has_its_line(client, stage):
    client.force_login(everybody(stage))
    silent, unreached = [], []
    for door in leaving():
        before = lines_of(door.verb)
        answer = asked(client, door, stage.world)
        b"".join(answer) if answer.streaming else answer.content
        if answer.status_code != 200:
            unreached.append((door.name, answer.status_code))
        elif lines_of(door.verb) == before:
            silent.append(door.name)
    assert silent == []
    assert unreached == []
    assert len(leaving()) > 40
