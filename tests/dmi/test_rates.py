"""How often one may ask: refused in words beyond it, entered once, and never because the broker is away."""

import pytest
from django.core.cache import cache
from django.test import Client
from redis.exceptions import ConnectionError as BrokerAway

from dmi import rates
from dmi.audit.models import AuditEntry


@pytest.fixture
def few(settings, monkeypatch):
    """Two a minute, and a minute that does not end within the test."""
    cache.clear()
    monkeypatch.setattr(rates.time, "time", lambda: 1_700_000_000.0)
    settings.PAGE_RATE = settings.ADDRESS_RATE = 2
    yield
    cache.clear()


def entered():
    return list(AuditEntry.objects.filter(verb=rates.VERB).values_list("badge", "outcome", "address"))


def test_an_officer_who_asks_too_often_waits_and_no_other_does(few, client, ray, pat):
    client.force_login(ray)
    answers = [client.get("/accounts/tokens/") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert answers[2]["Retry-After"] == "60"
    assert "Wait a minute, then go on; nothing was changed." in answers[2].content.decode()
    assert answers[2]["Cache-Control"] == "no-store"
    assert entered() == [("114", "refused", "127.0.0.1")]
    client.force_login(pat)
    assert client.get("/accounts/tokens/").status_code == 200
    assert client.get("/health/live").status_code == 200


def test_nobody_yet_is_counted_by_an_address_that_he_can_not_make_up(few, client, db, settings):
    asked = [client.get("/sign-in/", headers={"X-Forwarded-For": f"198.51.100.{last}"}) for last in range(4)]
    assert [answer.status_code for answer in asked] == [200, 200, 429, 429]
    settings.BEHIND_PROXY = True
    forged = [client.get("/sign-in/", headers={"X-Forwarded-For": f"203.0.113.{n}, 198.51.100.7"}) for n in range(3)]
    assert [answer.status_code for answer in forged] == [200, 200, 429]
    assert entered() == [("", "refused", "198.51.100.7"), ("", "refused", "127.0.0.1")]


def test_tokens_are_not_guessed_by_the_thousand(few, ray):
    guesses = [Client(headers={"Authorization": f"Bearer mdesk_{n}"}).get("/api/dealers/") for n in range(4)]
    assert [answer.status_code for answer in guesses] == [401, 401, 401, 429]
    assert guesses[3]["Content-Type"] == "application/problem+json"
    assert guesses[3].json()["detail"] == rates.SENTENCE
    assert entered() == [("", "refused", "127.0.0.1")]


def test_without_the_broker_pages_go_on(few, client, ray, monkeypatch):
    def away(*_, **__):
        raise BrokerAway

    monkeypatch.setattr(cache, "add", away)
    client.force_login(ray)
    assert [client.get("/accounts/tokens/").status_code for _ in range(4)] == [200] * 4
