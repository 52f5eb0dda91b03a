"""callins.view_arrivals, record_arrival, record_absence, undo_attendance, show_evidence: the evening at the door."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from callins import evening, services
from callins.models import CallIn, EvidenceShown, FollowUp, Invitation, Offer
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.api.conftest import with_token
from tests.callins.made import IN_A_WEEK, held, invited
from tests.conftest import NOON, TODAY


def on_the(day, hour, minute):
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


BEGINS, ENDS = on_the(10, 18, 0), on_the(10, 20, 0)
FIVE = timedelta(minutes=5)
LATE = IN_A_WEEK + timedelta(minutes=20)


def arrived(by, invitation, tapped_at=None, at=IN_A_WEEK):
    return services.record_arrival(by=by, invitation=invitation, tapped_at=tapped_at, at=at)


def absent(by, invitation, outcome="no_show", tapped_at=None, at=LATE):
    return services.record_absence(by=by, invitation=invitation, outcome=outcome, tapped_at=tapped_at, at=at)


def undone(by, invitation, tapped_at=None, at=LATE):
    return services.undo_attendance(by=by, invitation=invitation, tapped_at=tapped_at, at=at)


@pytest.fixture
def it_is(monkeypatch):
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def address(verb, record):
    return reverse(f"callins:{verb}", args=[record.pk])


def lines(verb):
    return AuditEntry.objects.filter(verb=f"callins.{verb}", outcome="done")


@pytest.mark.parametrize(
    ("outcome", "at", "why"),
    [
        ("attended", on_the(9, 23, 59), "This call-in is on 10 March 2026; record attendance then."),
        ("excused", on_the(9, 12, 0), "record attendance then"),
        ("attended", on_the(10, 15, 59), "the door opens at 16:00"),
        ("attended", on_the(10, 16, 0), ""),
        ("no_show", on_the(10, 17, 59), "until then nobody has stayed away"),
        ("no_show", on_the(10, 18, 0), ""),
        ("in_custody", on_the(10, 8, 0), ""),
        ("attended", on_the(10, 23, 0), ""),
        ("attended", on_the(10, 23, 1), "The evening was over on 10 March 2026 at 23:00"),
    ],
)
def test_the_evening_says_what_can_have_been(outcome, at, why):
    assert why in evening.why_not(outcome, at, BEGINS, ENDS)
    assert bool(why) == bool(evening.why_not(outcome, at, BEGINS, ENDS))


@pytest.mark.parametrize(
    ("kept", "said", "is_overtaken"),
    [
        ("attended", "pending", True),
        ("pending", "attended", True),
        ("excused", "no_show", True),
        ("no_show", "attended", False),
        ("excused", "attended", False),
    ],
)
def test_the_later_tap_stands_but_who_was_seen_was_there(kept, said, is_overtaken):
    assert evening.is_overtaken(kept, BEGINS, said, BEGINS - FIVE) == is_overtaken
    assert not evening.is_overtaken(kept, BEGINS, said, BEGINS)
    assert not evening.is_overtaken(kept, None, said, BEGINS)


def test_one_tap_says_who_is_here_since_when_it_was_made(cora, invitation):
    arrived(cora, invitation, tapped_at=IN_A_WEEK - FIVE, at=LATE)
    kept = Invitation.objects.get()
    assert (kept.outcome, kept.arrived_at, kept.outcome_at) == ("attended", IN_A_WEEK - FIVE, IN_A_WEEK - FIVE)
    arrived(cora, kept, at=LATE)  # of a second tablet
    assert Invitation.objects.get().arrived_at == IN_A_WEEK - FIVE
    assert undone(cora, kept).outcome == "pending"
    assert Invitation.objects.get().arrived_at is None


def test_before_the_day_and_after_the_evening_nobody_is_received(cora, invitation):
    with pytest.raises(RuleBroken, match="This call-in is on 10 March 2026; record attendance then"):
        arrived(cora, invitation, at=NOON)
    with pytest.raises(RuleBroken, match="The evening was over"):
        arrived(cora, invitation, at=IN_A_WEEK + timedelta(hours=6))
    with pytest.raises(RuleBroken, match="still to come; check the tablet’s clock"):
        arrived(cora, invitation, tapped_at=LATE, at=IN_A_WEEK)
    with pytest.raises(RuleBroken, match="until then nobody has stayed away"):
        absent(cora, invitation, at=IN_A_WEEK - FIVE)
    assert lines("record_arrival").count() == 0
    arrived(cora, invitation, tapped_at=IN_A_WEEK, at=IN_A_WEEK + timedelta(days=1))  # from the paper, next morning


def test_who_did_not_come_is_visited_the_same_day_and_no_more_when_he_comes_late(cora, invitation):
    absent(cora, invitation)
    visit = FollowUp.objects.get()
    assert (visit.kind, visit.due_on, visit.owner) == ("visit", TODAY + timedelta(days=7), cora)
    absent(cora, invitation)
    assert FollowUp.objects.count() == 1
    arrived(cora, invitation, at=LATE + FIVE)
    assert not FollowUp.objects.exists()


def test_two_tablets_agree_whatever_the_line_brings_first(cora, sal, invitation):
    absent(sal, invitation, at=LATE)
    arrived(cora, invitation, tapped_at=LATE - FIVE, at=LATE + FIVE)  # seen at the door while the line was down
    assert Invitation.objects.get().outcome == "attended"
    with pytest.raises(RuleBroken, match="Farrow is here since 13:15; take that back first"):
        absent(sal, invitation, tapped_at=LATE, at=LATE + FIVE)
    undone(sal, invitation, at=LATE + FIVE)
    arrived(cora, invitation, tapped_at=LATE, at=LATE + 2 * FIVE)  # older than what took it back
    assert Invitation.objects.get().outcome == "pending"


def test_nobody_excused_is_visited(cora, invitation):
    for outcome in ("excused", "in_custody"):
        absent(cora, invitation, outcome, at=LATE)
    assert not FollowUp.objects.exists()


def test_what_is_over_stands(cora, call_in, invitation):
    arrived(cora, invitation)
    for state, why in (("called_off", "was called off"), ("closed", "was closed on 10 March 2026")):
        CallIn.objects.update(state=state, closed_at=LATE)
        with pytest.raises(RuleBroken, match=why):
            undone(cora, Invitation.objects.get())
    CallIn.objects.update(state="held")
    Invitation.objects.update(withdrawn_at=NOON)
    with pytest.raises(RuleBroken, match="withdrawn on 3 March 2026"):
        undone(cora, Invitation.objects.get())


def test_what_was_shown_is_told_of_who_was_there(cora, invitation):
    with pytest.raises(RuleBroken, match="nothing was shown"):
        services.show_evidence(by=cora, invitation=invitation, what="Video of the buy", at=NOON)
    with pytest.raises(RuleBroken, match="record the arrival first"):
        services.show_evidence(by=cora, invitation=invitation, what="Video of the buy", at=LATE)
    arrived(cora, invitation)
    services.show_evidence(by=cora, invitation=invitation, what="Video of the buy", at=LATE)
    with pytest.raises(RuleBroken, match="entered already"):
        services.show_evidence(by=cora, invitation=invitation, what="video of the buy", at=LATE)
    with pytest.raises(RuleBroken, match="and so was here"):
        undone(cora, invitation)
    assert EvidenceShown.objects.get().by == cora
    assert lines("show_evidence").count() == 1


def test_an_answer_rests_on_the_arrival(cora, invitation):
    arrived(cora, invitation)
    Offer.objects.create(invitation=invitation, state="declined", answered_at=LATE, by=cora, at=LATE)
    with pytest.raises(RuleBroken, match="answered an offer"):
        undone(cora, invitation)


def test_until_it_is_held_nobody_outside_finds_the_door(cora, ray, otis, call_in, invitation):
    for stranger in (ray, otis):
        for act in (arrived, absent, undone):
            with pytest.raises(Http404):
                act(stranger, invitation)
        with pytest.raises(Http404):
            services.show_evidence(by=stranger, invitation=invitation, what="Video", at=LATE)
    held(call_in)
    arrived(ray, invitation)
    with pytest.raises(Http404):
        absent(otis, invitation)


def test_who_only_reads_enters_nothing(pru, call_in, invitation):
    held(call_in)
    with pytest.raises(PermissionDenied):
        arrived(pru, invitation)


def test_the_page_names_who_is_expected_and_counts(client, it_is, cora, call_in, invitation, whitlow):
    invited(call_in, whitlow, companion="Rosa Whitlow")
    it_is(NOON)
    client.force_login(cora)
    page = client.get(address("view_arrivals", call_in)).content.decode()
    assert "This call-in is on 10 March 2026; record attendance then." in page
    assert "data-tap=" not in page
    it_is(LATE)
    client.force_login(cora)
    client.post(address("record_arrival", invitation), {"tapped_at": ""})
    page = client.get(address("view_arrivals", call_in)).content.decode()
    assert "Farrow" in page
    assert "Rosa Whitlow" in page
    assert 'data-count="attended">1<' in page
    assert lines("record_arrival").count() == 1
    assert AuditEntry.objects.filter(verb="callins.view_arrivals", outcome="read").count() == 2


def test_the_page_asks_again_only_for_what_has_changed(client, it_is, cora, ray, call_in, invitation):
    it_is(LATE)
    client.force_login(cora)
    page = client.get(address("view_arrivals", call_in))
    again = address("view_door", call_in) + f"?seen={page.context['door'].version}"
    assert client.get(again).status_code == 204
    arrived(cora, invitation, at=LATE)
    assert "Here since" in client.get(again).content.decode()
    client.force_login(ray)
    assert client.get(again).status_code == 404


def test_the_door_asks_no_more_often_for_many_people(client, it_is, cora, call_in, invitation, whitlow, rook):
    it_is(LATE)
    client.force_login(cora)
    pages = [
        address("view_arrivals", call_in),
        address("view_door", call_in),
        f"/api{address('view_arrivals', call_in)}",
    ]

    def asked():
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            yield len(queries)

    few = list(asked())
    for dealer in (whitlow, rook):
        Offer.objects.create(invitation=invited(call_in, dealer, companion="A friend"), by=cora, at=NOON)
    assert list(asked()) == few


def test_a_tap_that_is_sent_twice_is_one_act(it_is, cora, call_in, invitation):
    it_is(LATE)
    client = with_token(cora)
    path = f"/api{address('record_arrival', invitation)}"
    for tapped_at in (IN_A_WEEK, LATE):
        answer = client.post(path, {"tapped_at": tapped_at.isoformat()})
        assert (answer.status_code, answer.json()["outcome"]) == (200, "attended")
    assert Invitation.objects.get().arrived_at == IN_A_WEEK
    assert lines("record_arrival").count() == 1
    refused = client.post(path.replace("record-arrival", "record-absence"), {"outcome": "no_show"})
    assert refused.status_code == 409
    assert "take that back first" in refused.json()["detail"]
    [row] = client.get(f"/api{address('view_arrivals', call_in)}").json()["results"]
    assert row["dealer"]["known_as"] == "Cody Farrow"
