"""The door of a call-in on a tablet: a lost line, a lost session, two tablets; a signature drawn with the mouse."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from callins.models import Agreement, Invitation
from dealers import services as dealing
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from markets import services as places
from tests.browser.conftest import PHONE, session_of
from tests.callins.made import invited, planned
from tests.callins.offered import offered
from tests.conftest import NOON, TODAY, logged, officer

pytestmark = pytest.mark.browser
NAMES = ("Farrow", "Whitlow", "Wren")


@pytest.fixture
def cora(sal, west_end):
    person = officer("cora", Role.COORDINATOR, full_name="Cora Whitfield")
    places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


@pytest.fixture
def call_in(cora, ray, sal, west_end, farrow, whitlow):
    """Three are invited, and it began ten minutes ago."""
    wren = logged(ray, west_end, last_name="Wren", first_name="Tobias")
    dealing.approve_predicate(by=sal, dealer=wren, is_lawfully_acquired=True, at=NOON)
    call_in = planned(cora, west_end, sal, starts_at=timezone.now() - timedelta(minutes=10))
    for dealer in (farrow, whitlow, wren):
        invited(call_in, dealer)
    return call_in


@pytest.fixture
def tablet(window, cora, call_in):
    page = window(cora, **PHONE)
    page.goto(door_of(call_in))
    return page


def door_of(call_in):
    return reverse("callins:view_arrivals", args=[call_in.pk])


def tap(page, name, button="Arrived"):
    page.locator(".dmi-arrival", has_text=name).get_by_role("button", name=button).click()


def kept(page):
    return page.evaluate("JSON.stringify(localStorage)")


def test_taps_wait_through_a_lost_line_and_are_saved_once_each(tablet):
    tablet.context.set_offline(True)
    for name in NAMES:
        tap(tablet, name)
    line = tablet.locator("[data-line-says]")
    expect(line).to_contain_text("3 entries wait for the connection")
    expect(tablet.locator("[data-count=attended]")).to_have_text("3")
    expect(tablet.get_by_text("not sent yet")).to_have_count(3)
    assert not any(name in kept(tablet) for name in NAMES)
    tapped_by = timezone.now()
    tablet.context.set_offline(False)
    expect(line).to_have_text("Every entry is saved.")
    expect(tablet.locator("[data-unsent]:visible")).to_have_count(0)
    assert kept(tablet).count("arrivals:") == 0
    assert Invitation.objects.attended().count() == 3
    assert all(invitation.arrived_at < tapped_by for invitation in Invitation.objects.all())
    assert AuditEntry.objects.filter(verb="callins.record_arrival", outcome="done").count() == 3


def test_who_is_signed_out_meanwhile_leaves_no_names_and_loses_nothing(tablet, cora, call_in, live_server):
    tablet.context.set_offline(True)
    tap(tablet, "Farrow")
    Session.objects.all().delete()
    tablet.context.set_offline(False)
    expect(tablet.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert not any(name in tablet.content() for name in NAMES)
    assert not Invitation.objects.attended().exists()
    tablet.context.watch.seen.clear()  # the answer that said so: 401
    tablet.context.add_cookies([session_of(cora, live_server.url)])
    tablet.goto(door_of(call_in))
    expect(tablet.locator("[data-line-says]")).to_have_text("Every entry is saved.")
    assert Invitation.objects.attended().count() == 1


def test_a_wrong_tap_is_taken_back_and_a_refusal_is_read(tablet, window, sal, call_in):
    other = window(sal)
    other.goto(door_of(call_in))
    tap(tablet, "Farrow")
    tap(tablet, "Farrow", "Undo")
    tap(tablet, "Whitlow")
    expect(tablet.locator("[data-line-says]")).to_have_text("Every entry is saved.")
    tap(other, "Whitlow", "Did not come")  # its page does not know yet
    expect(other.get_by_role("alert")).to_contain_text("Dana Whitlow is here since")
    expect(other.locator(".dmi-arrival", has_text="Whitlow")).to_contain_text("Here since")
    other.context.watch.seen.clear()  # the refusal itself: 409
    assert [each.outcome for each in Invitation.objects.order_by("dealer__last_name")] == [
        "pending", "attended", "pending",
    ]  # fmt: skip


def test_a_signature_is_drawn(window, cora, call_in):
    invitation = Invitation.objects.get(dealer__last_name="Farrow")
    now = timezone.now()
    Invitation.objects.filter(pk=invitation.pk).update(outcome="attended", outcome_at=now, arrived_at=now)
    offer = offered(cora, invitation, at=now)
    page = window(cora)
    page.goto(reverse("callins:sign_agreement", args=[offer.pk]))
    page.get_by_role("textbox", name="Witness").fill("Sal Brandt, Sgt.")
    page.get_by_role("button", name="Keep the signed agreement").click()
    expect(page.get_by_text("Nothing is drawn yet; sign in the field.")).to_be_visible()
    draw(page)
    page.get_by_role("button", name="Keep the signed agreement").click()
    expect(page.get_by_text("The agreement is signed")).to_be_visible()
    assert Agreement.objects.get().how == "drawn"


def draw(page):
    canvas = page.locator("canvas")
    canvas.scroll_into_view_if_needed()
    frame = canvas.bounding_box()
    page.mouse.move(frame["x"] + 40, frame["y"] + 80)
    page.mouse.down()
    for across in range(40, 240, 20):
        page.mouse.move(frame["x"] + across, frame["y"] + 40 + across % 60)
    page.mouse.up()
