"""What is asked of every page, in one visit: it keeps its own policy and asks nobody else (what it does wrong, `window`
tells); the keyboard's first stop skips the menu and every stop is seen; axe finds no barrier; it fits a small phone;
its form, refused, has no barrier either.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, PHONE, barriers_of
from tests.browser.pages import PARTS, pages_of, visitor_of
from tests.browser.refused import send_empty
from tests.browser.stops import UNSEEN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTH = 320
TOO_WIDE = """width => [...document.body.querySelectorAll("*")]
    .filter(each => each.getBoundingClientRect().right > width + 1 && each.checkVisibility())
    .slice(0, 3).map(each => `${each.tagName} ${each.className}`).join(", ")"""


@pytest.mark.parametrize("part", PARTS)
def test_every_page_can_be_used_by_everybody(window, world, all_round, part):
    visitor = visitor_of(part, world, all_round)
    page = window(visitor)
    page.context.add_init_script(path=AXE)  # the page's own policy stays in force
    wrong = []
    for address in pages_of(part, world, visitor):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        policy = page.goto(address).headers["content-security-policy"]
        if "script-src 'self' 'nonce-" not in policy or "unsafe" in policy:
            wrong.append(f"{address}: {policy}")
        wrong += [f"{address}: the focus is not seen on {element}" for element in stops_of(page, address)]
        wrong += [f"{address}: {barrier}" for barrier in barriers_of(page)]
        wrong += [f"{address}: too wide: {element}" for element in too_wide(page)]
        if send_empty(page, address):
            wrong += [f"{address}, refused: {barrier}" for barrier in barriers_of(page, PHONE)]
    page.wait_for_load_state("networkidle")
    assert not wrong, "\n".join(wrong)


def stops_of(page, address):
    """Stops that can not be seen. A sheet of paper has no menu to skip."""
    if address.endswith("/print/"):
        return page.evaluate(UNSEEN)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip, address).to_be_focused()
    expect(skip, address).to_be_in_viewport()
    unseen = page.evaluate(UNSEEN)
    skip.press("Enter")
    expect(page, address).to_have_url(re.compile("#main$"))
    return unseen


def too_wide(page):
    """What stands out of a phone of 320 px."""
    page.set_viewport_size({"width": WIDTH, "height": 700})
    is_wide = page.evaluate("document.documentElement.scrollWidth") > WIDTH
    return [page.evaluate(TOO_WIDE, WIDTH)] if is_wide else []
