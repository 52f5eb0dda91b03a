"""No barrier that axe can find either where there is nothing yet or on the way in.

Every page as it stands, and every form refused: test_pages.py.
"""

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import expect

from dmi.accounts.roles import Role
from tests.browser.axe import AXE, BOTH, PHONE, barriers_of
from tests.browser.pages import pages_without_a_record
from tests.browser.refused import EMPTY
from tests.browser.world import POLICE
from tests.conftest import officer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def looked_at(window):
    """A window in which axe is at hand; the page's own policy stays in force."""

    def looked_at(officer=None):
        page = window(officer)
        page.context.add_init_script(path=AXE)
        return page

    return looked_at


def told(barriers):
    return "\n".join(barriers)


def test_axe_finds_a_barrier_where_there_is_one(looked_at, pat):
    page = looked_at(pat)
    page.goto("/hot-sheets/")
    assert not list(barriers_of(page))
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=/static/mark.svg>')")
    assert any("image-alt" in found for found in barriers_of(page))
    page.evaluate("Object.assign(document.querySelector('h1').style, {color: '#888', background: '#777'})")
    pale = list(barriers_of(page))
    for width, colours, _ in BOTH:
        assert any(f"{width} {colours} color-contrast" in each for each in pale)


def test_no_empty_desk_has_a_barrier(looked_at, task_force, sal):
    """The first day: no market, no dealer, no meeting, no sheet."""
    page = looked_at(officer("501", *POLICE))
    barriers = []
    for address in pages_without_a_record(sal):
        page.goto(address)
        barriers += barriers_of(page, PHONE)
    assert not barriers, told(barriers)


def test_nor_has_the_desk_of_any_role(looked_at, world):
    barriers = []
    for role in (Role.PATROL, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMANDER, Role.TREATMENT):
        page = looked_at(officer(f"d-{role}", role, is_sworn=True))
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        barriers += barriers_of(page)
    assert not barriers, told(barriers)


def test_nor_has_signing_in(looked_at, pat, settings):
    """For work, refused, and in the demonstration with its accounts."""
    page = looked_at()
    page.goto("/sign-in/")
    assert not list(barriers_of(page))
    page.locator("main form").evaluate(EMPTY)
    expect(page.locator("[data-refused]")).to_be_focused()
    assert not list(barriers_of(page))
    settings.DEMO = True
    page.goto("/sign-in/")
    expect(page.get_by_role("heading", name="Demonstration accounts")).to_be_visible()
    assert not list(barriers_of(page))


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"])
def test_nor_has_a_page_that_says_no(looked_at, pat, template):
    """As Django renders them, from nothing."""
    page = looked_at(pat)
    page.route("**/refused", lambda route: route.fulfill(body=render_to_string(template), content_type="text/html"))
    page.goto("/refused")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    barriers = list(barriers_of(page))
    assert not barriers, told(barriers)
