"""callins.view_deliveries, log_service_attempt: letters at the door."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import timezone

from callins import services
from callins.letters.doors import deliveries
from callins.models import Letter, TeamMember
from dealers import services as dealing
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.lettered import letter_for
from tests.callins.made import held, invited
from tests.cases.court import logged_warrant
from tests.conftest import NOON

HOUR = timedelta(hours=1)


@pytest.fixture
def letter(invitation):
    return letter_for(invitation)


def log(by, letter, outcome="delivered", to_whom="Cody Farrow", note="", at=NOON):
    return services.log_service_attempt(
        by=by, letter=letter, place="41 Cutler Street", outcome=outcome, to_whom=to_whom, note=note, at=at
    )


def live(ray, dealer, line):
    dealing.log_address(
        by=ray, dealer=dealer, kind="home", line=line, city="", state="", zip="", until_on=None, reliability="B",
        validity="2", source="Roster", at=NOON,
    )  # fmt: skip


def test_a_letter_is_handed_over_once(sal, letter):
    log(sal, letter, outcome="not_delivered", note="Nobody at home.")
    attempt = log(sal, letter)
    assert (attempt.is_delivered, attempt.to_whom) == (True, "Cody Farrow")
    with pytest.raises(RuleBroken, match="handed to Cody Farrow on 3 Mar 2026"):
        log(sal, letter)
    lines = AuditEntry.objects.filter(verb="callins.log_service_attempt")
    assert sorted(lines.values_list("outcome", flat=True)) == ["done", "done", "refused"]


@pytest.mark.parametrize(
    ("said", "refusal"),
    [({"to_whom": ""}, "Say to whom"), ({"outcome": "not_delivered"}, "Say why not")],
)
def test_to_whom_or_why_not(sal, letter, said, refusal):
    with pytest.raises(ValidationError, match=refusal):
        log(sal, letter, **said)


def test_only_the_newest_letter_that_is_printed_before_the_evening_to_who_is_invited(cora, sal, letter):
    invitation = letter.invitation
    newer = letter_for(invitation, made_at=None, at=NOON + HOUR)
    with pytest.raises(RuleBroken, match="not made yet"):
        log(sal, newer)
    with pytest.raises(RuleBroken, match="A newer letter"):
        log(sal, letter)
    newer.delete()
    with pytest.raises(RuleBroken, match="not to come any more"):
        log(sal, letter, at=invitation.call_in.starts_at)
    services.withdraw_invitation(by=cora, invitation=invitation, because="Moved away.", at=NOON)
    letter = Letter.objects.get()
    with pytest.raises(RuleBroken, match="not invited any more"):
        log(sal, letter)


def test_the_doors_of_ones_own_street_come_first_then_street_by_street(sal, ray, call_in, farrow, whitlow, letter):
    letter_for(invited(call_in, whitlow))
    live(ray, farrow, "41 Cutler Street")
    live(ray, whitlow, "9 Baxter Street")
    order = lambda near: [each.dealer.last_name for each in deliveries(sal, near)]  # noqa: E731
    assert (order(""), order("cutler")) == (["Whitlow", "Farrow"], ["Farrow", "Whitlow"])
    assert order("Street") == ["Whitlow", "Farrow"]
    log(sal, letter)
    assert order("") == ["Whitlow"]
    held(call_in)
    assert order("") == []


def test_a_warrant_without_a_promise_is_said_at_the_door(sal, ray, letter):
    logged_warrant(letter.dealer, ray)
    [door] = deliveries(sal)
    assert "Do not hand it over" in door.why_not
    services.keep_warrant_promise(
        by=sal, call_in=letter.invitation.call_in, dealer=letter.dealer, how="Held until 11 Mar.", at=NOON
    )
    assert deliveries(sal)[0].why_not == ""


def test_a_liaison_on_the_call_in_hands_it_over_from_a_phone_and_nobody_else_finds_it(liv, ray, otis, letter, client):
    call_in = letter.invitation.call_in
    call_in.starts_at, call_in.ends_at = (timezone.now() + timedelta(days=days) for days in (7, 8))
    call_in.save()
    for stranger in (ray, otis, liv):
        client.force_login(stranger)
        assert b"Farrow" not in client.get("/call-ins/deliveries/").content
        with pytest.raises(Http404):
            log(stranger, letter)
    TeamMember.objects.create(call_in=call_in, officer=liv, by=call_in.by, at=NOON)
    live(ray, letter.dealer, "41 Cutler Street")
    page = client.get("/call-ins/deliveries/?near=cutler").content.decode()
    assert "Cody Farrow" in page
    form = client.get(f"/call-ins/letters/{letter.pk}/log-service-attempt/?outcome=delivered").content.decode()
    assert "41 Cutler Street" in form
    said = {"outcome": "delivered", "place": "41 Cutler Street", "to_whom": "Cody Farrow"}
    assert client.post(f"/call-ins/letters/{letter.pk}/log-service-attempt/", said).status_code == 302
    assert client.get("/api/call-ins/deliveries/").json() == {"deliveries": []}
