"""The link chart by mouse and by keys alone: somebody chosen, the days played back, somebody removed."""

import re

import pytest
from playwright.sync_api import expect

from tests.dealers.charted import built

pytestmark = pytest.mark.browser

MIDDLE_OF = """name => {
    const chart = document.querySelector("[data-chart]").chart;
    const box = document.querySelector("#canvas").getBoundingClientRect();
    const at = chart.nodes().filter(node => node.data("name") === name)[0].renderedPosition();
    return [box.x + at.x, box.y + at.y];
}"""
SCROLLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"  # the chart has heard
DRAWN = """state => document.querySelector("[data-chart]").chart.elements(`.${state}`).length"""


def test_somebody_is_chosen_played_back_and_removed(window, ray, sal, west_end):
    people = built(ray, sal, west_end)
    page = window(ray)
    page.goto(f"/dealers/markets/{west_end.pk}/chart/")
    chosen = page.get_by_role("complementary", name="Whoever is chosen")
    expect(page.locator("[data-drawn]")).to_be_visible()
    page.locator("#canvas").scroll_into_view_if_needed()
    page.evaluate(SCROLLED)
    page.mouse.click(*page.evaluate(MIDDLE_OF, "Kessler"))
    expect(chosen.get_by_role("heading", name="Kessler")).to_be_visible()
    chosen.get_by_role("button", name="Adair").click()
    expect(chosen.get_by_role("heading", name="Adair")).to_be_visible()

    slider = page.get_by_role("slider", name="Ties that had begun by")
    slider.focus()
    page.keyboard.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"Mon 6 Oct 2025, 1 line$"))
    assert page.evaluate(DRAWN, "unseen") == 4
    page.get_by_role("button", name="Play").press("Enter")
    page.get_by_role("button", name="Pause").press("Space")
    slider.press("End")
    assert page.evaluate(DRAWN, "unseen") == 0

    box = page.get_by_role("checkbox", name="Remove Kessler")
    box.focus()
    expect(chosen.get_by_role("heading", name="Kessler")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Without Kessler")).to_be_visible()
    expect(box).to_be_focused()
    expect(page.locator("#chart-said")).to_contain_text("Without Kessler")
    assert page.evaluate(DRAWN, "faded") == 3
    assert str(people["Kessler"].pk) in page.url
