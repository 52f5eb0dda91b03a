"""All of it without a mouse: the way past the menu, where one stands, and a dealer logged by keys alone."""

import re

import pytest
from playwright.sync_api import expect

from dealers.models import Dealer
from maintenance import services as crt
from tests.browser.stops import UNSEEN
from tests.conftest import NOON, TODAY

pytestmark = pytest.mark.browser

NAME = "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"


def test_a_stop_that_can_not_be_seen_is_noticed(window, pat):
    page = window(pat, bypass_csp=True)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(UNSEEN) == []
    page.add_style_tag(content="* { outline: none !important; box-shadow: none !important }")
    assert len(page.evaluate(UNSEEN)) > 10


def test_a_slash_goes_to_the_search_but_not_while_one_types(window, ray):
    page = window(ray)
    page.goto("/")
    search = page.get_by_role("searchbox", name="Search by name")
    page.keyboard.press("/")
    expect(search).to_be_focused()
    page.keyboard.type("9/11")
    expect(search).to_have_value("9/11")
    page.get_by_label("Shortcut keys").uncheck()
    page.reload()
    page.keyboard.press("/")
    expect(search).not_to_be_focused()


def test_a_dealer_is_logged_by_keys_alone(window, ray, west_end):
    page = window(ray)
    page.goto("/")
    go_to(page, "Log a dealer")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/dealers/log/$"))
    go_to(page, "Street name")
    page.keyboard.type("Nightjar")
    go_to(page, "What did you see")
    page.keyboard.type("Two sales from a gray van.")
    go_to(page, "Save draft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Nightjar")).to_be_visible()
    assert Dealer.objects.get().logged_by == ray


def go_to(page, name, stops=60):
    """On with Tab until it is reached."""
    for _ in range(stops):
        page.keyboard.press("Tab")
        if name in (page.evaluate(NAME) or ""):
            return
    pytest.fail(f"{name} is not reached in {stops} stops")


def test_the_wall_is_walked_by_arrows_and_its_keys_can_be_switched_off(window, sal, task_force, farrow, whitlow):
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=TODAY, at=NOON)
    page = window(sal)
    page.goto(meeting.get_absolute_url())
    for key, name in (("ArrowDown", "Dana Whitlow"), ("ArrowUp", "Cody Farrow")):
        page.keyboard.press(key)
        expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
        page.wait_for_load_state()
    page.get_by_label("Reason").press("l")
    expect(page.get_by_role("radio", name="Add")).to_be_checked()  # a letter in a field is a letter
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    expect(page.get_by_role("radio", name="Leave off")).to_be_checked()
    page.get_by_label("Keys", exact=True).uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.get_by_role("radio", name="Leave off")).to_be_checked()
