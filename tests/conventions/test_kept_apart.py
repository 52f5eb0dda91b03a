"""A sealed record is nowhere: through every door, for an officer of every role but those that read what is sealed.

The officer works the market, is on the call-in and answers for the record: nothing but the seal stands in the way.
"""

import pytest

from dealers import services as dealing
from dmi.accounts.roles import MAY, Role
from maintenance.models import Debrief
from markets import services as places
from tests import conftest
from tests.callins.qualified import put_on
from tests.conftest import NOON, TODAY, officer
from tests.conventions import test_sweep
from tests.conventions.site import doors
from tests.stage import staged

READERS = {role for role in Role if MAY[role] & {"dealers.view_sealed", "audit.view_trail"}}  # the trail has references
OUTSIDE = {Role.CLOCK, Role.TREATMENT, Role.COURT_CLERK}

made, stage = staged(
    "world", "sal", "sue", "ray", "west_end", "farrow", "task_force", rooms=(vars(test_sweep), vars(conftest))
)  # fmt: skip


@pytest.fixture
def all_round(stage):
    """Every role but those that read what is sealed; the record is assigned to him."""
    person = officer("500", *(role for role in Role if role not in READERS | OUTSIDE), is_sworn=True)
    places.assign_officer(by=stage.sal, market=stage.west_end, officer=person, on=TODAY)
    put_on(stage.world["call_in_id"], person, stage.sal)
    dealing.assign_dealers(by=stage.sal, dealers=[stage.farrow], officer=person)
    return person


def seal(stage):
    Debrief.objects.filter(pk=stage.world["debrief_id"]).update(dealer=stage.farrow)  # known to be about the record
    dealing.seal_record(by=stage.sal, dealer=stage.farrow, ground="order", because="Order of 2 March", at=NOON)


def test_no_door_shows_a_trace_of_it(client, stage, all_round):
    seal(stage)
    client.force_login(all_round)
    traces = [text.encode() for text in (stage.farrow.last_name, stage.farrow.reference)]
    told = []
    for door in [each for each in doors() if each.verb and set(each.wants) <= set(stage.world)]:
        answer = client.get(door.address(stage.world))
        assert answer.status_code < 500, door.name
        found = [trace for trace in traces if trace in answer.getvalue()]
        told += [(door.name, found)] if found else []
        if "dealer_id" in door.wants and answer.status_code not in {302, 405}:
            assert answer.status_code in {403, 404}, door.name
    assert told == []
