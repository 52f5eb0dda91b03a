"""callins.plan_notification, change_notification, approve_exposure, ask_for_notification_letter,
log_notification_attempt, deliver_notification, give_up_notification."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from callins import services, tasks
from callins.models import CustomNotification, Letter
from callins.services.approve_exposure import READ
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from markets import services as places
from tests.callins.lettered import PLANNED, SIGNED, first_letters, notification_of
from tests.cases.court import arrested, logged_warrant
from tests.conftest import NOON, TODAY

DAY = timedelta(days=1)
TOLD = {"place": "41 Cutler Street", "reaction": "Took the number of the clinic."}


@pytest.fixture
def planned(cora, ray, farrow, west_end):
    return notification_of(farrow, west_end, ray, by=cora)


@pytest.fixture
def approved(planned, pru):
    return approve(pru, planned)


def plan(by, dealer, market, officer, **said):
    return services.plan_notification(
        by=by, dealer=dealer, market=market, officer=officer, at=NOON, **{**PLANNED, **said}
    )


def approve(by, notification, at=NOON, seen=None):
    return services.approve_exposure(
        by=by, notification=notification, seen=seen or version(notification, READ), at=at
    )  # fmt: skip


def change(by, notification, **said):
    now = {name: getattr(notification, name) for name in notification.CORRECTED}
    seen = version(notification, notification.CORRECTED)
    return services.change_notification(by=by, notification=notification, **{"seen": seen, **now, **said})


def ask(by, notification, at=NOON, **said):
    given = {"language": "es", "is_large": False, **SIGNED, **said}
    return services.ask_for_notification_letter(by=by, notification=notification, at=at, **given)


def deliver(by, notification, at=NOON):
    return services.deliver_notification(by=by, notification=notification, at=at, **TOLD)


def test_from_the_plan_to_the_door(cora, ray, pru, farrow, west_end, clock, client):
    first_letters()
    notification = plan(cora, farrow, west_end, ray)
    approve(pru, notification)
    services.log_notification_attempt(by=ray, notification=notification, place="Home", note="Nobody in.", at=NOON)
    letter = ask(cora, notification)
    assert "Det. Ray Dunmore y Rev. Tom Alder le traen esta carta" in letter.text
    assert "A second sale of heroin can bring up to ten years." in letter.text
    tasks.make_letter(letter=str(letter.pk))
    assert services.download_letter(by=cora, letter=Letter.objects.get()).made_at
    deliver(ray, notification)
    assert (notification.state, notification.reaction) == ("delivered", TOLD["reaction"])
    assert [attempt.is_met for attempt in notification.attempts.order_by("pk")].count(True) == 1
    lines = AuditEntry.objects.filter(record=f"callins.customnotification:{notification.pk}", outcome="done")
    assert sorted(lines.values_list("verb", flat=True)) == [
        "callins.approve_exposure", "callins.deliver_notification", "callins.plan_notification",
    ]  # fmt: skip
    client.force_login(ray)
    assert "Told in person" in client.get(f"/dealers/{farrow.pk}/timeline/").content.decode()


def test_who_is_wanted_or_held_is_not_visited(cora, ray, farrow, whitlow, west_end):
    logged_warrant(farrow, ray)
    with pytest.raises(RuleBroken, match=r"Cody Farrow: An active warrant stands \(.*would have to arrest"):
        plan(cora, farrow, west_end, ray)
    arrested(whitlow, ray)
    with pytest.raises(RuleBroken, match="Dana Whitlow: In custody at"):
        plan(cora, whitlow, west_end, ray)


def test_a_draft_a_second_plan_and_an_officer_who_brings_none_are_refused(cora, sal, ray, pat, planned, rook, west_end):
    with pytest.raises(RuleBroken, match="This is a draft"):
        plan(sal, rook, west_end, ray)
    with pytest.raises(IntegrityError, match="one_notification_at_a_time"):
        plan(cora, planned.dealer, west_end, ray)
    with pytest.raises(RuleBroken, match="Pat Moreno brings no notifications"):
        change(cora, planned, officer=pat)


@pytest.mark.parametrize("act", [ask, deliver])
def test_nothing_is_said_that_no_prosecutor_stands_by(act, sal, pru, planned):
    first_letters()
    with pytest.raises(RuleBroken, match="No prosecutor has approved"):
        act(sal, planned)
    approve(pru, planned)
    late = NOON + 91 * DAY
    with pytest.raises(RuleBroken, match="ended on 1 Jun 2026; a prosecutor looks at it anew"):
        act(sal, planned, at=late)
    approve(pru, planned, at=late)
    assert act(sal, planned, at=late)


def test_the_approval_holds_for_ninety_days_and_no_longer(planned, pru):
    approve(pru, planned)
    last = NOON.date() + 90 * DAY
    assert (planned.is_approved_on(last), planned.is_approved_on(last + DAY)) == (True, False)
    with pytest.raises(RuleBroken, match="Pru Castellan approved this; it holds until 1 Jun 2026"):
        approve(pru, planned)


def test_another_exposure_takes_the_approval_back_and_nothing_else_does(cora, approved):
    change(cora, approved, help_offered="A ride.")
    assert approved.approved_at
    change(cora, approved, exposure="Another thing.")
    assert (approved.approved_at, approved.approved_by) == (None, None)


def test_a_prosecutor_stands_by_the_words_that_were_read(cora, pru, planned):
    read = version(planned, READ)
    change(cora, planned, exposure="Sharper words.")
    with pytest.raises(ChangedMeanwhile):
        approve(pru, planned, seen=read)


def test_whoever_planned_it_does_not_approve_it(pru, planned):
    CustomNotification.objects.update(by=pru)
    with pytest.raises(RuleBroken, match="You planned this"):
        approve(pru, planned)


def test_whoever_wrote_the_words_does_not_approve_them(cora, pru, planned):
    """Who coordinates and prosecutes changes another's plan; the words are then his own."""
    pru.roles = [*pru.roles, "coordinator"]
    pru.save()
    change(pru, planned, exposure="Sharper words.")
    change(cora, planned, help_offered="A ride.")
    with pytest.raises(RuleBroken, match="You wrote this legal exposure"):
        approve(pru, planned)
    change(cora, planned, exposure="Plainer words.")
    assert approve(pru, planned).approved_by == pru


def test_a_letter_with_words_that_were_changed_since_is_not_handed_out(cora, approved, clock):
    first_letters()
    letter = ask(cora, approved)
    tasks.make_letter(letter=str(letter.pk))
    assert services.download_letter(by=cora, letter=Letter.objects.get())
    change(cora, approved, exposure="Another thing.")
    with pytest.raises(RuleBroken, match="changed after this letter was written"):
        services.download_letter(by=cora, letter=Letter.objects.get())


def test_a_warrant_that_came_since_stops_it(ray, approved):
    logged_warrant(approved.dealer, ray)
    with pytest.raises(RuleBroken, match="An active warrant stands"):
        deliver(ray, approved)


def test_what_is_over_stays_as_it_was_and_another_may_be_planned(cora, ray, pru, planned, farrow, west_end):
    services.give_up_notification(by=cora, notification=planned, because="Moved to Albany.", at=NOON)
    acts = (
        lambda: change(cora, planned), lambda: approve(pru, planned), lambda: deliver(ray, planned),
        lambda: services.give_up_notification(by=cora, notification=planned, because="Again", at=NOON),
        lambda: services.log_notification_attempt(by=ray, notification=planned, place="x", note="x", at=NOON),
    )  # fmt: skip
    for act in acts:
        with pytest.raises(RuleBroken, match="is given up; nothing more"):
            act()
    assert plan(cora, farrow, west_end, ray).pk != planned.pk


def test_strangers_find_none_and_patrol_may_not(otis, pat, cora, planned, client):
    with pytest.raises(Http404):
        deliver(otis, planned)
    with pytest.raises(PermissionDenied):
        deliver(pat, planned)
    with pytest.raises(PermissionDenied):
        approve(cora, planned)
    client.force_login(otis)
    assert client.get(planned.get_absolute_url()).status_code == 404
    assert b"Farrow" not in client.get("/notifications/").content


def test_the_liaison_who_goes_finds_it_whoever_the_person_is(liv, sal, west_end, planned, client):
    CustomNotification.objects.update(officer=liv)
    places.release_officer(by=sal, assignment=west_end.assignments.get(officer=liv), on=TODAY)
    client.force_login(liv)
    page = client.get(planned.get_absolute_url()).content.decode()
    assert "A second sale of heroin" in page


def test_pages_and_api_hand_on_to_the_same_acts(cora, pru, ray, whitlow, west_end, client):
    client.force_login(cora)
    said = {**PLANNED, "dealer": whitlow.pk, "market": west_end.pk, "officer": ray.pk}
    page = client.post("/notifications/plan/", said)
    notification = CustomNotification.objects.get()
    assert page["Location"] == notification.get_absolute_url()
    client.force_login(pru)
    shown = client.get(page["Location"])
    assert "I stand by these words" in shown.content.decode()
    client.post(f"{page['Location']}approve-exposure/", {"seen": shown.context["seen"]})
    notification.refresh_from_db()
    assert notification.approved_by == pru
    client.force_login(cora)
    address = f"/api{page['Location']}"
    changed = client.post(f"{address}change/", {"exposure": "New words."}, content_type="application/json")
    assert (changed.status_code, changed.json()["approved_at"]) == (200, None), changed.content
    assert client.get(address).json()["notification"]["exposure"] == "New words."
