"""Through the real door: badge, password, the notice."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import PASSWORD

pytestmark = pytest.mark.browser


def test_an_officer_signs_in_once_the_notice_is_read_and_signs_out(window, pat):
    page = window()
    page.goto("/hot-sheets/")
    page.get_by_label("Badge").fill(pat.badge)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("I have read the notice").check()
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/hot-sheets/$"))
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in/$"))
