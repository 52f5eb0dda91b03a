"""Two weeks of the CRT by hand: a meeting and its sheet, an arrest on Tuesday told that morning, the next meeting."""

import json
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from dealers import services as dealing
from dealers.models import Observation
from maintenance import rules, tasks
from maintenance.models import Debrief, Decision, HotSheet, Meeting
from tests.browser.conftest import PHONE
from tests.conftest import NOON, logged

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SEEN = "Held by the deputies at the ramp; their desk has it."
ON_FILE = "Arrested by county deputies at the Route 7 ramp, as their desk confirmed."
CARRY = "o"
DANGER = "Said to carry a knife since Sunday."


@pytest.fixture
def pruett(ray, sal, west_end):
    dealer = logged(ray, west_end, last_name="Pruett", first_name="Hal")
    return dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)


def test_two_weeks_with_an_arrest_on_tuesday(window, sal, sue, pat, task_force, clock, farrow, whitlow, pruett):
    sals, sues, pats = window(sal), window(sue), window(pat, **PHONE)
    last_thursday = rules.week_of(timezone.localdate()) - timedelta(days=4)

    open_meeting(sals, last_thursday, "Selling is back at Alder Plaza.")
    note_who_is_there(sals)
    for name in ("Cody Farrow", "Dana Whitlow", "Hal Pruett"):
        add_by_key(sals, name)
    close(sals)
    freeze(sals)
    old = publish(sues)
    read_on_the_phone(pats, "Farrow", "Whitlow", "Pruett")

    tell_from_the_sheet(pats, old, "Cody Farrow")
    settle(sals)
    revise(sals, old)
    revision = publish(sues)
    the_old_link_leads_to_the_revision(pats, old, revision)
    the_officer_hears_what_became_of_it(pats)

    open_meeting(sals, timezone.localdate(), "The plaza is quiet since Tuesday.")
    decide_by_keys(sals, {"Cody Farrow": "r", "Dana Whitlow": "k", "Hal Pruett": "o"})
    assert decided() == {"Cody Farrow": "remove", "Dana Whitlow": "keep", "Hal Pruett": "carry"}
    close(sals)
    freeze(sals)
    second = publish(sues)
    assert removed_on(old, revision, second) == [[], ["Cody Farrow"], []]  # told once, and not again next week
    assert [card["surname"] for card in json.loads(second.contents)["people"]] == ["Pruett", "Whitlow"]


def open_meeting(page, on, line):
    """It opens with the week in numbers; what is different is written there, and leads to the agenda."""
    page.goto(reverse("maintenance:open_meeting"))
    page.get_by_label("Held on").fill(f"{on:%Y-%m-%d}")
    page.get_by_role("button", name="Open the meeting").click()
    expect(page.get_by_role("heading", name="The week in numbers")).to_be_visible()
    page.get_by_label("The CRT's line for the week").fill(line)
    page.get_by_role("button", name="Write this line").click()
    expect(page.get_by_role("heading", name="CRT meeting")).to_be_visible()


def note_who_is_there(page):
    page.goto(reverse("maintenance:note_attendance", args=[Meeting.objects.open().get().pk]))
    page.get_by_label("or a guest, by name").fill("Alma Teague")
    page.get_by_label("Agency of the guest").fill("West End Clergy")
    page.get_by_role("button", name="Note").click()
    expect(page.get_by_text("Alma Teague").first).to_be_visible()
    page.goto(Meeting.objects.open().get().get_absolute_url())


def on_the_wall(page, name):
    expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
    page.wait_for_load_state()  # its keys are there


def add_by_key(page, name):
    on_the_wall(page, name)
    page.keyboard.press("a")
    page.keyboard.type("Seen selling twice.")
    page.get_by_label("Line for patrol, printed").fill("Sells from the car, Alder Plaza.")
    page.get_by_label("Officer action, printed").fill("Observe and report to Dunmore.")
    page.keyboard.press("Enter")


def decide_by_keys(page, keys):
    """In the order of the agenda; who is carried over needs no word more."""
    for item in Meeting.objects.open().get().items.all():
        on_the_wall(page, str(item))
        page.keyboard.press(keys[str(item)])
        if keys[str(item)] != CARRY:
            page.keyboard.type("Said so at the table.")
            page.keyboard.press("Enter")
    expect(page.get_by_text("Everything is decided.")).to_be_visible()


def decided():
    taken = Decision.objects.filter(item__meeting__closed_at=None).select_related("item__dealer")
    return {str(decision.item): decision.kind for decision in taken}


def close(page):
    expect(page.get_by_text("Everything is decided.")).to_be_visible()
    page.get_by_role("link", name="Close the meeting").first.click()
    page.get_by_role("button", name="Close the meeting").click()
    expect(page.get_by_role("link", name="Preview and freeze")).to_be_visible()


def freeze(page):
    page.get_by_role("link", name="Preview and freeze").click()
    page.get_by_role("button", name="Freeze this sheet").click()
    expect(page.get_by_role("heading", name="Waits for approval")).to_be_visible()


def publish(page):
    """Somebody else approves what waits; the worker's turn is taken here."""
    sheet = HotSheet.objects.get(state=HotSheet.State.FROZEN)
    page.goto(sheet.get_absolute_url())
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("waits for the printer")).to_be_visible()
    tasks.build_hot_sheet(sheet=str(sheet.pk))
    sheet.refresh_from_db()
    assert sheet.state == HotSheet.State.PUBLISHED
    return sheet


def read_on_the_phone(page, *names):
    page.goto("/")
    page.get_by_role("link", name="Open my copy").click()
    page.get_by_role("button", name="Read it here").click()
    for name in names:
        expect(page.get_by_text(name).first).to_be_visible()
    page.get_by_role("button", name="I have read it").click()
    expect(page.get_by_text("Noted: you have read this sheet.")).to_be_visible()


def tell_from_the_sheet(page, sheet, name):
    """By the address that the sheet's QR code holds: whoever it is, is a number on one's own copy."""
    page.goto(urlsplit(json.loads(sheet.contents)["address"]).path)
    page.get_by_label("On your hot sheet").select_option(label=numbered(sheet, name))
    page.get_by_label("Where").fill("Route 7 ramp")
    page.get_by_label("What you saw").fill(SEEN)
    page.get_by_role("button", name="Tell it").tap()
    expect(page.get_by_text(SEEN)).to_be_visible()


def numbered(sheet, name):
    """As the list of one's own copy says it: 1  Cody Farrow “Scooter”."""
    cards = json.loads(sheet.contents)["people"]
    card = next(card for card in cards if f"{card['given']} {card['surname']}" == name)
    return f"{card['item']}  {name} “{card['street_names'][0]}”"


def item_of(sheet, surname):
    return next(card["item"] for card in json.loads(sheet.contents)["people"] if card["surname"] == surname)


def settle(page):
    page.goto("/")
    page.get_by_role("link", name="Cody Farrow").first.click()
    page.get_by_text("Used", exact=True).click()
    page.get_by_label("What their file should say").fill(ON_FILE)
    page.locator("[name=reliability][value=A]").check(force=True)
    page.locator("[name=validity][value='1']").check(force=True)
    page.get_by_label("Answer to the officer").fill("Thank you: the sheet is being revised.")
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    assert Debrief.objects.get().state == Debrief.State.USED
    assert Observation.objects.filter(narrative=ON_FILE, dealers__known_as="Cody Farrow").exists()


def revise(page, sheet):
    """In under a minute: two choices, two lines, why; nothing else is typed again."""
    page.goto(sheet.get_absolute_url())
    page.get_by_role("link", name="Revise it").click()
    arrested, armed = item_of(sheet, "Farrow"), item_of(sheet, "Whitlow")
    page.locator(f"#words-{arrested}-what").select_option("arrested")
    page.locator(f"#words-{armed}-what").select_option("danger")
    page.locator(f"#words-{armed}-line").fill(DANGER)
    page.locator(f"#words-{armed}-action").fill("Two officers; call Dunmore.")
    page.get_by_role("textbox", name="Why now").fill("Arrested this morning; a knife is spoken of.")
    page.get_by_role("button", name="Freeze the revision").click()
    expect(page.get_by_role("heading", name="Waits for approval")).to_be_visible()


def the_old_link_leads_to_the_revision(page, old, revision):
    """Who was arrested is named once, at the end; whoever is more dangerous now has his card marked."""
    copy = old.copies.get(officer__badge="214")
    page.goto(copy.get_absolute_url())
    expect(page.get_by_text(f"Superseded by {revision.edition}")).to_be_visible()
    assert page.request.get(f"{copy.get_absolute_url()}download/").status == 405
    page.get_by_role("link", name="Open the sheet in force").tap()
    page.get_by_role("button", name="Read it here").tap()
    whitlow = page.locator("article, li, section").filter(has_text=DANGER).last
    expect(whitlow).to_contain_text("Revised")
    expect(page.get_by_text("Cody Farrow")).to_have_count(1)


def the_officer_hears_what_became_of_it(page):
    page.goto(reverse("maintenance:view_own_debriefs"))
    expect(page.get_by_text("Thank you: the sheet is being revised.")).to_be_visible()


def removed_on(*sheets):
    return [json.loads(sheet.contents)["removed"] for sheet in sheets]
