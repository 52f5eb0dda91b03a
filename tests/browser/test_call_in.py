"""A call-in of seven by hand: planned, invited, written to, held, followed up; nobody else finds them before."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from callins import tasks
from callins.models import CallIn, FollowUp, Invitation, Letter
from dealers import services as dealing
from dmi.accounts.roles import Role
from dmi.pdf import Body
from markets import services as places
from tests.browser.conftest import PHONE
from tests.callins.lettered import first_letters
from tests.callins.qualified import qualified
from tests.cases.conftest import prosecutor
from tests.conftest import NOON, TODAY, logged, officer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SEVEN = ("Abbot", "Birch", "Cramer", "Dorset", "Ellis", "Frost", "Gaines")
STAYS_AWAY = SEVEN[-1]
MONTH = timedelta(days=30)
SPEAKERS = ("Sal Brandt", "Pru Castellan", "Rev. Alma Teague", "Harriet Abbot", "Ines Morrow")


@pytest.fixture
def cora(sal, west_end):
    person = officer("cora", Role.COORDINATOR, full_name="Cora Whitfield")
    places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


@pytest.fixture
def seven(ray, sal, west_end):
    """Whom supervisor and prosecutor send to the call-in, a banked case against each."""
    pru = prosecutor(sal, west_end, "pru", "Pru Castellan")
    for name in SEVEN:
        dealer = logged(ray, west_end, last_name=name, first_name="Jo")
        dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
        qualified(dealer, ray, sal, pru, west_end)


def test_from_the_plan_to_the_contact_after_thirty_days(window, cora, ray, otis, pat, seven, monkeypatch):
    first_letters()
    page = window(cora)
    call_in = plan(page)
    lay_out_and_name(page, call_in)
    reserve(page, call_in)
    invite(page, call_in)
    for stranger in (otis, pat, ray):
        finds_none_of_them(window(stranger), call_in)
    print_letters(page, call_in, monkeypatch)
    name_owners(page, call_in, ray)
    mark_ready(page, call_in)

    move(call_in, timezone.now() - timedelta(minutes=5) - call_in.starts_at)
    hold(page, call_in)
    tap_at_the_door(window(cora, **PHONE), call_in)
    close(page, call_in)

    move(call_in, -MONTH)
    log_the_month(window(ray, **PHONE), call_in)
    page.goto(at("view_results", call_in))
    expect(page.get_by_role("row", name="30 days").first).to_contain_text("6 (100 %)")


def at(page, record):
    return reverse(f"callins:{page}", args=[record.pk])


def fill(page, label, words):
    page.get_by_role("main").get_by_label(label).fill(words)


def plan(page):
    page.goto(reverse("callins:plan_call_in"))
    begins = timezone.localtime() + timedelta(days=3)
    page.get_by_text("Banked cases", exact=True).click()
    fill(page, "Begins", f"{begins:%Y-%m-%dT18:00}")
    fill(page, "Ends", f"{begins:%Y-%m-%dT20:00}")
    fill(page, "Venue", "Grange Hall")
    fill(page, "Address", "12 Mill Street")
    fill(page, "Whom an invitee calls", "Cora Whitfield, 802-555-0135")
    fill(page, "Safety plan", "Two in plain clothes at the door.")
    page.get_by_role("button", name="Plan call-in").click()
    expect(page.get_by_role("heading", name="Call-in at Grange Hall", level=1)).to_be_visible()
    return CallIn.objects.get()


def lay_out_and_name(page, call_in):
    page.get_by_role("link", name="Lay out the agenda").click()
    page.get_by_role("button", name="Lay out").click()
    for number, name in enumerate(SPEAKERS, start=1):
        page.get_by_role("link", name=f"Change turn {number}").click()
        fill(page, "Name", name)
        page.get_by_role("button", name="Save change").click()
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert call_in.speakers.exclude(name="").count() == len(SPEAKERS)


def reserve(page, call_in):
    page.get_by_role("link", name="Reserve").click()
    page.get_by_label("What help").select_option("work")
    fill(page, "By whom", "Alder Works")
    fill(page, "Places kept", "7")
    page.get_by_role("button", name="Reserve places").click()
    expect(page.get_by_text("7 free of 7 places")).to_be_visible()


def invite(page, call_in):
    for name in SEVEN:
        page.goto(at("view_invitations", call_in))
        page.get_by_role("link", name=f"Invite Jo {name}").click()
        page.get_by_role("button", name="Invite", exact=True).click()
        expect(page.get_by_role("table").get_by_role("link", name=f"Jo {name}")).to_be_visible()
    assert Invitation.objects.of(call_in).standing().count() == len(SEVEN)


def finds_none_of_them(page, call_in):
    """Neither the list, nor the search, nor an address that somebody passed on."""
    page.goto("/")
    for address in (reverse("callins:view_call_ins"), call_in.get_absolute_url(), at("view_invitations", call_in)):
        answer = page.request.get(address)
        assert answer.status in {200, 403, 404}
        assert not any(name in answer.text() for name in (*SEVEN, "Grange Hall")), address


def print_letters(page, call_in, monkeypatch):
    """By a printer that costs nothing: how a letter looks is tested where it is drawn."""
    monkeypatch.setattr(tasks, "printed", lambda letters: Body(pdf=b"%PDF-1.7", pages=1, sha256="0" * 64))
    page.goto(at("view_letters", call_in))
    page.get_by_role("link", name="Print letters").click()
    fill(page, "Signs for the police", "Chief Warren Oakley")
    fill(page, "Signs for the community", "Rev. Alma Teague")
    page.get_by_role("button", name="Print letters").click()
    expect(page.get_by_role("heading", name="Letters", exact=True)).to_be_visible()
    for letter in Letter.objects.waiting():
        tasks.make_letter(letter=str(letter.pk))
    assert Letter.objects.exclude(made_at=None).count() == len(SEVEN)


def name_owners(page, call_in, ray):
    for invitation in Invitation.objects.of(call_in):
        page.goto(at("assign_follow_up", invitation))
        page.get_by_label("Who stays in touch").select_option(str(ray.pk))
        page.get_by_role("button", name="Name the owner").click()
        page.wait_for_load_state()
    assert Invitation.objects.of(call_in).filter(follow_up_owner=ray).count() == len(SEVEN)


def mark_ready(page, call_in):
    page.goto(call_in.get_absolute_url())
    expect(page.get_by_text("every must is met")).to_be_visible()
    page.get_by_role("link", name="Mark as ready").click()
    page.get_by_role("button", name="Mark as ready").click()
    expect(page.get_by_text("Call-in at Grange Hall is ready.")).to_be_visible()


def move(call_in, by):
    """The call-in and the contacts laid out from it, as if they had been planned for another day."""
    times = {name: F(name) + by for name in ("starts_at", "ends_at", "held_at", "closed_at")}
    CallIn.objects.filter(pk=call_in.pk).update(**times)
    FollowUp.objects.filter(invitation__call_in=call_in).update(due_on=F("due_on") + by)
    call_in.refresh_from_db()


def hold(page, call_in):
    page.goto(call_in.get_absolute_url())
    page.get_by_role("link", name="Hold").click()
    page.get_by_role("button", name="The call-in is held").click()
    expect(page.get_by_text("The call-in is held; now enter who has come.")).to_be_visible()


def tap_at_the_door(page, call_in):
    page.goto(at("view_arrivals", call_in))
    for name in SEVEN:
        button = "Did not come" if name == STAYS_AWAY else "Arrived"
        page.locator(".dmi-arrival", has_text=name).get_by_role("button", name=button).click()
    expect(page.locator("[data-line-says]")).to_have_text("Every entry is saved.")
    assert Invitation.objects.of(call_in).attended().count() == len(SEVEN) - 1


def close(page, call_in):
    page.goto(call_in.get_absolute_url())
    page.get_by_role("link", name="Close", exact=True).click()
    page.get_by_role("button", name="Close call-in").click()
    expect(page.get_by_text("is closed; nobody is forgotten.")).to_be_visible()


def log_the_month(page, call_in):
    """On a phone, from the board: the contact that is due today."""
    page.goto(at("view_follow_ups", call_in))
    page.get_by_role("link", name=f"Log 30 days: Jo {SEVEN[0]}").click()
    page.get_by_text("Reached", exact=True).click()
    page.get_by_role("button", name="Log it").click()
    page.wait_for_load_state()
    done = FollowUp.objects.get(invitation__call_in=call_in, kind="month", done_at__isnull=False)
    assert (str(done.invitation.dealer), done.is_reached) == (f"Jo {SEVEN[0]}", True)
