"""What a page does against its own policy, `window` notices: else test_pages.py would pass whatever a page does."""

import pytest

pytestmark = pytest.mark.browser


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
    page = window(pat)
    page.goto("/")
    page.evaluate(f"() => {{ {done} }}")
    page.goto("/hot-sheets/", wait_until="networkidle")
    seen = page.context.watch.seen
    assert any(told in fault for fault in seen), seen
    seen.clear()
