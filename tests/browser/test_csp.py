"""Every page keeps its own policy, asks nobody else, and fits a small phone. What it does wrong, `window` tells."""

import pytest

from tests.browser.pages import PARTS, pages_of

pytestmark = pytest.mark.browser

WIDTH = 320
TOO_WIDE = """width => [...document.body.querySelectorAll("*")]
    .filter(each => each.getBoundingClientRect().right > width + 1 && each.checkVisibility())
    .slice(0, 3).map(each => `${each.tagName} ${each.className}`).join(", ")"""


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')", "inline style"),
        ("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))", "inline script"),
        ("new Image().src = 'http://elsewhere.invalid/x.png'", "elsewhere.invalid"),
        ("new Image().src = '/static/nowhere.svg'", "404"),
        ("setTimeout(() => { throw new Error('torn') })", "torn"),
    ],
    ids=["style", "script", "host", "absent", "error"],
)
def test_what_a_page_does_wrong_is_noticed(window, pat, done, told):
    """Else the tests below would pass whatever a page does."""
    page = window(pat)
    page.goto("/")
    page.evaluate(f"() => {{ {done} }}")
    page.goto("/hot-sheets/", wait_until="networkidle")
    seen = page.context.watch.seen
    assert any(told in fault for fault in seen), seen
    seen.clear()


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_every_page_keeps_its_policy_and_fits_a_small_phone(window, world, all_round, part):
    page = window(all_round, width=WIDTH)
    too_wide = []
    for address in pages_of(part, world, all_round):
        policy = page.goto(address).headers["content-security-policy"]
        assert "script-src 'self' 'nonce-" in policy, address
        assert "unsafe" not in policy, address
        if page.evaluate("document.documentElement.scrollWidth") > WIDTH:
            too_wide.append(f"{address}: {page.evaluate(TOO_WIDE, WIDTH)}")
    page.wait_for_load_state("networkidle")
    assert not too_wide, "\n".join(too_wide)
