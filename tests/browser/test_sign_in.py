"""Through the real door: badge, password, the notice."""

import re

import pytest
from playwright.sync_api import expect

from dmi.accounts import demo
from tests.conftest import PASSWORD

pytestmark = pytest.mark.browser


def test_an_officer_signs_in_once_the_notice_is_read_and_signs_out(window, pat):
    page = window()
    page.goto("/hot-sheets/")
    page.get_by_label("Badge").fill(pat.badge)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/sign-in/"))  # the notice is not ticked
    page.get_by_label("I have read the notice").check()
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/hot-sheets/$"))
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in/$"))


def test_a_wrong_password_is_refused_in_words(window, pat):
    page = window()
    page.goto("/sign-in/")
    page.get_by_label("Badge").fill(pat.badge)
    page.get_by_label("Password").fill("not the password")
    page.get_by_label("I have read the notice").check()
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Badge")).to_have_value(pat.badge)


def test_the_demonstration_fills_in_an_account_and_leaves_the_notice_to_its_reader(window, db, settings):
    settings.DEMO = True
    page = window()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Fill in Pat Moreno").click()
    expect(page.get_by_label("Badge")).to_have_value("pat")
    expect(page.get_by_label("Password")).to_have_value(demo.PASSWORD)
    expect(page.get_by_label("I have read the notice")).not_to_be_checked()
    expect(page.get_by_label("I have read the notice")).to_be_focused()
