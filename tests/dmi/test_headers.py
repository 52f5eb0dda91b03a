"""What every answer tells the browser: page, list, file, JSON, refusal, and before anybody signed in."""

import re

import pytest
from django.test import Client

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = {
    "default-src": "'none'", "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'",
    "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
    "script-src": "'self'", "style-src": "'self'",
}  # fmt: skip
BY_RAY = [
    "/", "/dealers/", "/dealers/{}/", "/dealers/{}/download/", "/dealers/export/?format=csv", "/api/dealers/",
    "/api/dealers/{}/", "/accounts/officers/", "/dealers/6f0b6c1e-0000-4000-8000-000000000000/", "/nowhere/",
]  # fmt: skip
BY_NOBODY = ["/sign-in/", "/dealers/", "/api/dealers/", "/health/live", "/static/mark.svg", "/nowhere/"]


def policy_of(answer):
    said = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    return {name: re.sub(r" 'nonce-[\w+/=]{20,}'$", "", value) for name, value in said.items()}


def is_guarded(answer):
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert policy_of(answer) == POLICY
    assert "microphone=()" in answer["Permissions-Policy"]
    return True


@pytest.mark.parametrize("address", BY_RAY)
def test_no_answer_to_an_officer_is_kept_framed_or_guessed_at(client, ray, farrow, address):
    client.force_login(ray)
    answer = client.get(address.format(farrow.pk))
    assert is_guarded(answer)
    assert "no-store" in answer["Cache-Control"]
    if "filename" in answer.headers.get("Content-Disposition", ""):
        assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("address", BY_NOBODY)
def test_neither_is_one_to_nobody(client, db, address):
    answer = client.get(address)
    assert is_guarded(answer)
    answer.close()


def test_a_nonce_is_good_for_one_page(client, db):
    nonces = [re.findall(r"'nonce-([^']+)'", client.get("/sign-in/")["Content-Security-Policy"]) for _ in range(2)]
    assert len(set(nonces[0])) == 1
    assert set(nonces[0]).isdisjoint(nonces[1])


def test_where_https_is_spoken_nothing_goes_without_it(db, settings):
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    client = Client()
    assert client.get("/sign-in/")["Location"] == "https://testserver/sign-in/"
    page = client.get("/sign-in/", secure=True)
    assert page["Strict-Transport-Security"].startswith("max-age=31536000")
    guard = page.cookies["csrftoken"]
    assert (guard["secure"], guard["httponly"], guard["samesite"]) == (True, True, "Lax")
    assert (settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE) == (True, "Lax")
