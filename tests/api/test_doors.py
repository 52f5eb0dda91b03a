"""Who gets in: sign-in, tokens, scope, role, row; every refusal in the same words and form."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.throttling import UserRateThrottle

from dmi.accounts import services
from dmi.audit.models import AuditEntry
from tests.api.conftest import Client, is_problem, lines, signed_in, with_token

DEALERS = "/api/dealers/"
NOBODY = "00000000-0000-4000-8000-000000000000"


def test_nobody_in_particular_is_asked_to_sign_in(db):
    answer = Client().get(DEALERS)
    assert is_problem(answer, 401, "Sign in, or send a token")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_token_stands_for_its_officer(ray, farrow):
    assert with_token(ray).get(DEALERS).json()["results"][0]["known_as"] == "Cody Farrow"


@pytest.mark.parametrize(
    "header", ["Bearer mdesk_of_nobody", "bearer x", "Bearer ", "Bearer", "Bearer \x00", "Bearer ñ"]
)
def test_a_token_of_nobody_opens_nothing(db, header):
    assert is_problem(Client().get(DEALERS, HTTP_AUTHORIZATION=header), 401, "unknown, expired or revoked")


def test_a_revoked_token_opens_nothing(ray):
    client = with_token(ray)
    services.revoke_token(by=ray, token=client.token, at=timezone.now())
    assert is_problem(client.get(DEALERS), 401, "revoked")


def test_an_expired_token_opens_nothing(ray):
    client = with_token(ray)
    client.token.expires_at = timezone.now() - timedelta(seconds=1)
    client.token.save()
    assert is_problem(client.get(DEALERS), 401, "expired")


def test_the_token_of_a_disabled_account_opens_nothing(ray):
    client = with_token(ray)
    ray.is_active = False
    ray.save()
    assert is_problem(client.get(DEALERS), 401)


def test_a_token_to_read_does_not_act(ray, farrow, whitlow):
    client = with_token(ray, scope="read")
    assert client.get(f"{DEALERS}{farrow.pk}/").status_code == 200
    said = {"other": whitlow.pk, "kind": "kin", "strength": 1, "seen_on": "2026-03-01", "basis": "Said so"}
    answer = client.post(f"{DEALERS}{farrow.pk}/log-tie/", said | {"reliability": "B", "validity": "2"})
    assert is_problem(answer, 403, "This token only reads")
    assert lines("dealers.log_tie") == [("114", "forbidden")]


def test_a_session_acts_only_with_its_csrf_token(ray):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ray)
    assert is_problem(client.post(f"{DEALERS}log/", {}), 403, "CSRF")


def test_a_token_needs_no_csrf_token(ray):
    client = with_token(ray)
    client.handler.enforce_csrf_checks = True
    assert is_problem(client.post(f"{DEALERS}log/", {}), 400)


def test_a_role_without_the_verb_is_refused_before_any_row_is_looked_for(pat, farrow):
    client = signed_in(pat)
    for dealer in (farrow.pk, NOBODY):
        assert is_problem(client.get(f"{DEALERS}{dealer}/"), 403, "Your roles do not include this.")
    assert lines("dealers.view_dealer") == [("214", "forbidden")] * 2
    assert lines("dealers.find") == []


def test_another_markets_officer_finds_nothing_and_the_look_is_entered(otis, farrow, ferry):
    answers = [signed_in(otis).get(f"{DEALERS}{dealer}/") for dealer in (farrow.pk, NOBODY)]
    assert all(is_problem(answer, 404, "nothing here that you may see") for answer in answers)
    assert answers[0].content == answers[1].content
    assert lines("dealers.find") == [("119", "absent")] * 2


@pytest.mark.parametrize("address", ["/api/", "/api/dealer/", "/api/dealers", "/api/dealers/x/", "/api/treatment/"])
def test_an_address_where_nothing_is_says_so_to_who_is_signed_in(ray, address):
    assert is_problem(signed_in(ray).get(address), 404, "no such address")
    assert is_problem(Client().get(address), 401)


def test_a_wrong_method_says_which_are_right(ray):
    answer = signed_in(ray).delete(DEALERS)
    assert is_problem(answer, 405, "DELETE")
    assert "GET" in answer["Allow"]


def test_too_many_requests_say_when_to_come_back(ray, monkeypatch):
    monkeypatch.setattr(UserRateThrottle, "THROTTLE_RATES", {"user": "2/min"})
    client = signed_in(ray)
    answers = [client.get(DEALERS) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert is_problem(answers[2], 429, "throttled")
    assert 0 < int(answers[2]["Retry-After"]) <= 60


def test_no_answer_is_kept_by_a_browser(ray, farrow):
    client = signed_in(ray)
    for address in (DEALERS, f"{DEALERS}{farrow.pk}/"):
        assert client.get(address)["Cache-Control"] == "no-store"


def test_what_is_asked_of_the_api_carries_its_token_into_the_trail(ray, farrow):
    client = with_token(ray)
    client.get(f"{DEALERS}{farrow.pk}/")
    assert AuditEntry.objects.get(verb="dealers.view_dealer").session == f"token:{client.token.pk.hex[:10]}"
