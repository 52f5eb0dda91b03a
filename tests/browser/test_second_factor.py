"""A security key, with the one that Chromium pretends to have."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from playwright.sync_api import expect

from dmi.audit.models import AuditEntry
from tests.conftest import PASSWORD

pytestmark = pytest.mark.browser

KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def plug_in_a_key(page):
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def sign_in(page, officer):
    page.goto("/sign-in/")
    page.get_by_label("Badge").fill(officer.badge)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("I have read the notice").check()
    page.get_by_role("button", name="Sign in").click()


def test_an_officer_sets_up_a_key_and_signs_in_with_it(window, live_server, pat, settings):
    settings.SECOND_FACTOR = True
    cache.clear()
    page = window()
    plug_in_a_key(page)
    sign_in(page, pat)
    page.get_by_role("link", name="Add a key").click()
    page.get_by_label("What you call it").fill("Key ring")
    page.get_by_role("button", name="Add the key").click()
    expect(page.get_by_role("heading", name="10 codes")).to_be_visible()
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, pat)
    page.get_by_role("button", name="Use my key").click()
    expect(page).to_have_url(re.compile(f"^{live_server.url}/$"))
    assert Authenticator.objects.get(type="webauthn").last_used_at
    assert AuditEntry.objects.filter(verb="accounts.sign_in", outcome="done", badge=pat.badge).count() == 2
