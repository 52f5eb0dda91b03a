"""A form sent with everything left empty: what is wrong is read first, and stands beside each field."""

import re

from playwright.sync_api import expect

EMPTY = """form => {
    for (const field of form.elements) {
        if (field.matches("[type=checkbox], [type=radio]")) field.checked = false;
        else if (!field.matches("button, fieldset, [type=hidden]")) field.value = "";
    }
    form.noValidate = true;
    form.requestSubmit();
}"""
FIELDS = "input:not([type=hidden]), select, textarea"
MAY_BE_EMPTY = re.compile(r"/recommend/$|/shifts/[^/]*/change/$")  # empty, it takes back what stood there


def send_empty(page, address):
    """Whether there was a form to refuse; the page is then the refusal, and its summary has the focus."""
    form = page.locator("main form[method=post]").filter(has=page.locator(FIELDS)).first
    if MAY_BE_EMPTY.search(address) or not form.count():
        return False
    with page.expect_navigation():
        form.evaluate(EMPTY)
    expect(page.locator("[data-refused]"), address).to_be_focused()
    return True
