"""The API twins of accounts: add_officer, change_officer, make_token, revoke_token; and the trail."""

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from dmi.accounts.models import Token, User
from dmi.accounts.roles import Role
from tests.api.conftest import Client, is_problem, lines, signed_in, with_token
from tests.conftest import officer

OFFICERS, TOKENS, TRAIL = "/api/accounts/officers/", "/api/accounts/tokens/", "/api/trail/"
NOOR = {"badge": "300", "full_name": "Noor Haddad", "roles": ["patrol"], "password": "a long enough phrase"}
TOKEN = {"name": "Night report", "scope": "read", "days": 30}


@pytest.fixture
def ada(task_force):
    return officer("1", Role.ADMINISTRATOR, full_name="Ada Finch")


@pytest.fixture
def sid(task_force):
    return officer("2", Role.SECURITY_OFFICER, full_name="Sid Orr")


def test_an_officer_is_added(ada):
    answer = signed_in(ada).post(f"{OFFICERS}add/", NOOR | {"is_sworn": True})
    assert answer.status_code == 201
    noor = User.objects.get(badge="300")
    assert (noor.roles, noor.is_sworn, noor.check_password(NOOR["password"])) == (["patrol"], True, True)
    assert "password" not in answer.json()


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"badge": "1"}, 409, "has an account already"),
        ({"password": "short"}, 409, "at least 12 characters"),
        ({"roles": []}, 400, "required"),
        ({"roles": ["clock"]}, 400, "clock is not one of the available choices"),
        ({"roles": "patrol"}, 400, "Send a list"),
        ({"is_superuser": True}, 400, "no such field"),
        ({"locked_at": None}, 400, "no such field"),
        ({"email": "nowhere"}, 400, "valid email"),
    ],
)
def test_an_account_that_should_not_be_is_refused(ada, said, status, words):
    assert is_problem(signed_in(ada).post(f"{OFFICERS}add/", NOOR | said), status, words)
    assert not User.objects.filter(badge="300").exists()


def test_what_is_left_out_of_a_change_stays(ada, ray):
    answer = signed_in(ada).post(f"{OFFICERS}{ray.pk}/change/", {"shift": "Nights"})
    assert answer.status_code == 200
    ray.refresh_from_db()
    assert (ray.shift, ray.rank, ray.roles, ray.is_sworn, ray.is_active) == (
        "Nights", "Det.", ["investigator"], True, True,
    )  # fmt: skip


def test_a_disabled_account_loses_its_session(ada, ray):
    client = signed_in(ray)
    signed_in(ada).post(f"{OFFICERS}{ray.pk}/disable/", {})
    assert is_problem(client.get("/api/dealers/"), 401)


def test_nobody_changes_their_own_roles(ada):
    said = {"roles": ["administrator", "supervisor"]}
    assert is_problem(signed_in(ada).post(f"{OFFICERS}{ada.pk}/change/", said), 409, "Another administrator")


def test_a_supervisor_adds_nobody(sal):
    assert is_problem(signed_in(sal).post(f"{OFFICERS}add/", NOOR), 403)


def test_the_clock_is_nobody(ada, clock):
    assert is_problem(signed_in(ada).post(f"{OFFICERS}{clock.pk}/change/", {"shift": "x"}), 404)
    assert [row["badge"] for row in signed_in(ada).get(OFFICERS).json()["results"]] == ["1"]


def test_a_token_is_shown_once_and_kept_as_a_hash(ray):
    answer = signed_in(ray).post(f"{TOKENS}make/", TOKEN)
    assert answer.status_code == 201
    secret = answer.json()["secret"]
    assert Token.objects.get().sha256 == hashlib.sha256(secret.encode()).hexdigest()
    client = Client()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
    listed = client.get(TOKENS).json()["results"]
    assert [token["name"] for token in listed] == ["Night report"]
    assert secret not in str(listed)


def test_its_term_counts_from_now(ray):
    answer = signed_in(ray).post(f"{TOKENS}make/", TOKEN)
    left = Token.objects.get().expires_at - timezone.now()
    assert timedelta(days=29, hours=23) < left < timedelta(days=30)
    assert answer.json()["revoked_at"] is None


@pytest.mark.parametrize(
    ("said", "words"), [({"days": 0}, "greater"), ({"days": 366}, "less"), ({"scope": "all"}, "all is not one")]
)
def test_a_token_beyond_its_limits_is_refused(ray, said, words):
    assert is_problem(signed_in(ray).post(f"{TOKENS}make/", TOKEN | said), 400, words)


def test_a_token_makes_no_token(ray):
    assert is_problem(with_token(ray).post(f"{TOKENS}make/", TOKEN), 403, "A token makes no other")
    assert Token.objects.count() == 1
    assert lines("accounts.make_token")[0] == ("114", "forbidden")


def test_a_token_revokes_itself(ray):
    client = with_token(ray)
    assert client.post(f"{TOKENS}{client.token.pk}/revoke/").json()["revoked_at"]
    assert is_problem(client.get(TOKENS), 401)
    assert is_problem(signed_in(ray).post(f"{TOKENS}{client.token.pk}/revoke/"), 409, "revoked already")


def test_another_officers_token_is_nobodys_business(ray, sal):
    token = with_token(sal).token
    assert is_problem(signed_in(ray).post(f"{TOKENS}{token.pk}/revoke/"), 404)
    assert signed_in(ray).get(TOKENS).json()["results"] == []
    assert signed_in(sal).get(f"{TOKENS}?scope=read").json()["results"] == []


def test_the_security_officer_reads_the_trail(sid, ray, farrow):
    signed_in(ray).get(f"/api/dealers/{farrow.pk}/")
    told = signed_in(sid).get(f"{TRAIL}?badge=114&verb=view_dealer").json()["results"]
    assert [(line["verb"], line["outcome"], line["record"]) for line in told] == [
        ("dealers.view_dealer", "read", f"dealers.dealer:{farrow.pk}")
    ]
    assert lines("audit.view_trail") == [("2", "read")]


def test_nobody_else_reads_the_trail(sal, ada):
    for person in (sal, ada):
        assert is_problem(signed_in(person).get(TRAIL), 403)
