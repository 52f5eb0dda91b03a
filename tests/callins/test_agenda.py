"""callins.lay_out_agenda, add_speaker, change_speaker, move_speaker, remove_speaker, and the places reserved."""

import pytest
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from callins import agendas, planning, services
from callins.models import ServiceRequest, Speaker
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.made import invited
from tests.callins.planned_of import service_of, speaker_of
from tests.conftest import NOON, TODAY

TURN = {"prong": "community", "capacity": "family", "name": "R. Farrow", "subject": "Come home", "minutes": 5}


def order_of(call_in):
    return [speaker.name for speaker in call_in.speakers.all()]


@pytest.mark.parametrize("order", list(agendas.Order))
def test_every_order_lets_the_three_prongs_speak_within_an_hour(order):
    turns = agendas.TURNS[order]
    prongs = [turn.prong for turn in turns]
    assert list(dict.fromkeys(prongs)) == ["enforcement", "community", "services"]
    assert sum(turn.minutes for turn in turns) <= 60
    assert {turn.capacity for turn in turns} <= set(Speaker.Capacity.values)


def test_an_order_is_laid_out_into_an_empty_agenda_only(cora, call_in):
    services.lay_out_agenda(by=cora, call_in=call_in, order="rutland")
    assert [speaker.prong for speaker in call_in.speakers.all()] == [
        "enforcement", "enforcement", "community", "services",
    ]  # fmt: skip
    with pytest.raises(RuleBroken, match="The agenda has speakers already"):
        services.lay_out_agenda(by=cora, call_in=call_in, order="high_point")
    [line] = AuditEntry.objects.filter(verb="callins.lay_out_agenda", outcome="done")
    assert line.record == f"callins.callin:{call_in.pk}"


def test_speakers_are_added_at_the_end_moved_changed_and_removed(cora, call_in):
    for name in ("Ann", "Ben", "Cal"):
        services.add_speaker(by=cora, call_in=call_in, **TURN | {"name": name})
    ann, _, cal = call_in.speakers.all()
    services.move_speaker(by=cora, speaker=cal, direction="earlier")
    assert order_of(call_in) == ["Ann", "Cal", "Ben"]
    with pytest.raises(RuleBroken, match="Ann speaks first already"):
        services.move_speaker(by=cora, speaker=ann, direction="earlier")
    services.remove_speaker(by=cora, speaker=ann)
    services.change_speaker(by=cora, speaker=call_in.speakers.last(), **TURN | {"name": "Bea"})
    services.add_speaker(by=cora, call_in=call_in, **TURN | {"name": "Dot"})
    assert order_of(call_in) == ["Cal", "Bea", "Dot"]


def test_the_order_is_changed_from_its_page(client, cora, call_in):
    speaker_of(call_in, 1, name="Ann")
    second = speaker_of(call_in, 2, name="Ben")
    client.force_login(cora)
    moved = client.post(reverse("callins:move_speaker", args=[second.pk]), {"direction": "earlier"}, follow=True)
    assert order_of(call_in) == ["Ben", "Ann"]
    assert "Ben is moved." in moved.content.decode()


def test_places_taken_are_kept(cora, farrow, call_in):
    place = services.reserve_service(
        by=cora, call_in=call_in, service="work", provider="Alder Works", contact="", places=4
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="service_reserved_once"):
        services.reserve_service(
            by=cora, call_in=call_in, service="work", provider="Alder Works", contact="", places=1
        )  # fmt: skip
    for provider in ("Alder Works", "", "Somebody else"):
        ServiceRequest.objects.create(
            invitation=call_in.invitations.first() or invited(call_in, farrow), service="work", provider=provider,
            asked_on=TODAY, by=cora, at=NOON,
        )  # fmt: skip
    [reserved] = planning.reserved_for(call_in)
    assert (reserved.taken, reserved.free) == (2, 2)
    with pytest.raises(RuleBroken, match="2 of these places are taken already"):
        services.change_service(by=cora, service=place, contact="", places=1)
    with pytest.raises(RuleBroken, match="Somebody called in asked for this help already"):
        services.release_service(by=cora, service=place)
    assert services.change_service(by=cora, service=place, contact="802-555-0177", places=2).places == 2


def test_what_nobody_asked_for_goes_back(cora, call_in):
    services.release_service(by=cora, service=service_of(call_in))
    assert not call_in.services.exists()


def test_a_supervisor_who_is_not_on_it_reaches_no_turn_of_it(sue, call_in):
    speaker = speaker_of(call_in)
    with pytest.raises(Http404):
        services.move_speaker(by=sue, speaker=speaker, direction="later")
