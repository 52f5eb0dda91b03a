"""callins.record_word and end_offer: a promise broken is followed by what was promised, in the same act."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from callins import services
from callins.models import Invitation, Offer, Word
from dealers.cases.models import Case, Trigger
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.followed import AFTER, EVENING, accepted, banked, charged, followed_by
from tests.callins.made import IN_A_WEEK, planned
from tests.conftest import NOON

SOLD_AGAIN = AFTER + timedelta(days=4)
FOUND_ON = SOLD_AGAIN.date()
LATER = SOLD_AGAIN + timedelta(hours=5)


@pytest.fixture
def case(farrow, ray, sal, pru, west_end):
    return banked(farrow, ray, sal, pru, west_end)


@pytest.fixture
def person(liv, call_in, farrow, case):
    """Called in on a banked case; liv stays in touch."""
    return followed_by(liv, call_in, farrow, case)


@pytest.fixture
def pleader(liv, cora, sal, ray, west_end, whitlow):
    """On the plea form, already charged, the offer accepted."""
    evening = planned(cora, west_end, sal, form="plea", starts_at=IN_A_WEEK + timedelta(hours=6))
    person = followed_by(liv, evening, whitlow)
    Invitation.objects.filter(pk=person.pk).update(prosecution=charged(whitlow, ray))
    accepted(person)
    return Invitation.objects.get(pk=person.pk)


def found(person, by, *, is_kept=False, on=FOUND_ON, at=LATER, **said):
    said = {"basis": "26-0911, sold to an officer", **said}
    return services.record_word(by=by, invitation=person, is_kept=is_kept, found_on=on, at=at, **said)


def ended(offer, by, end, on=FOUND_ON, why="Sold again.", at=LATER):
    return services.end_offer(by=by, offer=offer, end=end, ended_on=on, why=why, at=at)


def test_kept_is_recorded_and_nothing_follows(liv, case, call_in, person):
    found(person, liv, is_kept=True, basis="Seen at work twice")
    assert Case.objects.get().state == "banked"
    assert not Word.objects.unanswered().exists()
    assert Word.objects.last_of([call_in]).get().is_kept
    assert AuditEntry.objects.filter(verb="callins.record_word", outcome="done", badge="liv").count() == 1


def test_broken_it_requests_the_activation_in_the_same_act(ray, person):
    found(person, ray, kind="buy", happened_at=SOLD_AGAIN)
    trigger = Trigger.objects.get()
    assert (trigger.kind, trigger.happened_at, trigger.requested_by) == ("buy", SOLD_AGAIN, ray)
    assert Case.objects.get().state == "activation_requested"
    assert not Word.objects.unanswered().exists()
    assert AuditEntry.objects.filter(verb="cases.request_activation", outcome="done").count() == 1


def test_who_may_not_ask_leaves_it_to_the_case_and_the_supervisors_desk(client, liv, sal, ray, person):
    word = found(person, liv, kind="buy", happened_at=SOLD_AGAIN)
    case = Case.objects.get()
    assert (case.state, case.next_step_on) == ("banked", FOUND_ON)
    assert case.next_step == "Word found broken on 14 Mar 2026: request the activation"
    assert list(Word.objects.visible_to(sal).unanswered()) == [word]
    client.force_login(sal)
    assert "Word broken, and nothing followed" in client.get(reverse("desk")).text
    found(person, ray, on=FOUND_ON + timedelta(days=1), at=LATER + timedelta(days=1), kind="dealing",
          happened_at=SOLD_AGAIN)  # fmt: skip
    assert not Word.objects.unanswered().exists()


def test_what_the_request_refuses_the_word_does_not_survive(ray, person):
    with pytest.raises(ValidationError, match="Say when it happened"):
        found(person, ray, kind="buy")
    with pytest.raises(ValidationError, match="lies before it"):
        found(person, ray, kind="buy", happened_at=NOON)
    assert not Word.objects.exists()
    assert Case.objects.get().state == "banked"


def test_days_that_can_not_be_are_refused_in_words(liv, ray, person):
    with pytest.raises(ValidationError, match="The call-in was on 10 March 2026; this lies before it"):
        found(person, liv, on=EVENING - timedelta(days=1))
    with pytest.raises(ValidationError, match="still to come"):
        found(person, liv, on=LATER.date() + timedelta(days=1))
    found(person, liv)
    with pytest.raises(IntegrityError):
        found(person, ray)


def test_on_a_plea_the_offer_is_breached_and_goes_to_the_prosecutor(client, cora, pru, pleader):
    found(pleader, cora)
    offer = Offer.objects.get()
    assert (offer.state, offer.ended_on, offer.why) == ("breached", FOUND_ON, "26-0911, sold to an officer")
    assert list(Offer.objects.visible_to(pru).ended_pleas()) == [offer]
    client.force_login(pru)
    assert "Pleas that ended" in client.get(reverse("desk")).text
    pleader.prosecution.outcome, pleader.prosecution.outcome_on = "plea", FOUND_ON
    pleader.prosecution.save()
    assert not Offer.objects.visible_to(pru).ended_pleas().exists()


def test_a_liaison_ends_no_offer_but_it_is_not_lost(liv, cora, pleader):
    word = found(pleader, liv)
    assert Offer.objects.get().state == "accepted"
    assert list(Word.objects.visible_to(cora).unanswered()) == [word]
    with pytest.raises(PermissionDenied):
        ended(Offer.objects.get(), liv, "breached")
    ended(Offer.objects.get(), cora, "breached")
    assert not Word.objects.unanswered().exists()


def test_an_offer_ends_once_and_only_where_it_was_accepted(sal, cora, otis, sue, pleader, person):
    offer = Offer.objects.get()
    with pytest.raises(ValidationError, match="Say what was breached"):
        ended(offer, cora, "breached", why="")
    with pytest.raises(ValidationError, match="still to come"):
        ended(offer, cora, "completed", on=LATER.date() + timedelta(days=2))
    otis.roles = ["coordinator"]
    otis.save()
    with pytest.raises(Http404):
        ended(offer, otis, "completed")
    assert ended(offer, cora, "completed").state == "completed"
    with pytest.raises(RuleBroken, match="This offer is completed on 14 March 2026"):
        ended(Offer.objects.get(), sal, "breached")
    assert AuditEntry.objects.filter(verb="callins.end_offer", outcome="done", badge="cora").count() == 1
    with pytest.raises(RuleBroken, match="record whether the word was kept or broken"):
        ended(accepted(person), cora, "completed")


def test_the_form_asks_what_the_officer_can_answer(client, ray, liv, person):
    address = reverse("callins:record_word", args=[person.pk])
    client.force_login(liv)
    assert "Broken by" not in client.get(address).text
    client.force_login(ray)
    assert "Broken by" in client.get(address).text
    said = {"is_kept": "false", "found_on": "2026-03-14", "basis": "26-0911", "kind": "arrest"}
    assert "Say when it happened" in client.post(address, said).text
    assert client.post(address, said | {"happened_at": "2026-03-14T15:00"}).status_code == 302
    assert Trigger.objects.get().kind == "arrest"


def test_the_dossier_tells_it_to_who_sees_the_invitation(client, ray, liv, person):
    found(person, liv, basis="Sold at Alder Plaza")
    services.record_rearrest(
        by=liv, invitation=person, arrested_on=FOUND_ON, offence="Retail theft", is_dealing=False, source="26-0912",
        at=LATER,
    )  # fmt: skip
    services.log_follow_up(
        by=liv,
        follow_up=person.follow_ups.get(kind="first"),
        is_reached=True,
        tried_at=AFTER,
        note="Wants work",
        at=AFTER,
    )
    client.force_login(ray)
    told = client.get(reverse("dealers:view_timeline", args=[person.dealer_id])).text
    for words in ("Promise of the call-in broken", "Sold at Alder Plaza", "Retail theft", "Wants work"):
        assert words in told
