"""accounts.add_officer, change_officer, make_token, revoke_token; signing in and out."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.locking import count_wrong_attempt
from dmi.accounts.models import TaskForce, Token, User, WrongAttempt
from dmi.accounts.roles import MAY, Role
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.accounts.overseen import lent
from tests.conftest import NOON, PASSWORD, officer


@pytest.fixture(autouse=True)
def unhurried():
    """Signing in is limited by address; the tests before came from the same one."""
    cache.clear()


def add(by, **facts):
    said = {
        "badge": "300",
        "full_name": "Noor Haddad",
        "roles": ["patrol"],
        "password": "a long enough phrase",
        **facts,
    }
    return services.add_officer(by=by, **said)


def test_a_new_officer_can_sign_in(ada, client):
    add(ada)
    answer = client.post("/sign-in/", {"login": "300", "password": "a long enough phrase", "notice": "on"})
    assert answer.status_code == 302
    assert AuditEntry.objects.filter(verb="accounts.sign_in", outcome="done", badge="300").exists()


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"badge": "1"}, RuleBroken, "has an account already"),
        ({"roles": []}, RuleBroken, "at least one role"),
        ({"roles": ["clock"]}, RuleBroken, "Nobody signs in as the clock"),
        ({"roles": ["treatment", "investigator"]}, RuleBroken, "across the wall"),
        ({"roles": ["court_clerk", "supervisor"]}, RuleBroken, "across the wall"),
        ({"roles": ["treatment"], "is_sworn": True}, RuleBroken, "sworn officers alone"),
        ({"roles": ["partner"], "is_sworn": True}, RuleBroken, "sworn officers alone"),
        ({"roles": ["partner", "commander"]}, RuleBroken, "hold that role alone"),
        ({"badge": "7О1"}, ValidationError, "letters A to Z"),  # noqa: RUF001 - its second letter is Cyrillic
        ({"password": "short"}, ValidationError, "at least 12 characters"),
        ({"password": "password1234"}, ValidationError, "too common"),
        ({"roles": ["king"]}, ValidationError, "king"),
    ],
)
def test_an_account_that_should_not_be_is_refused(ada, facts, error, words):
    with pytest.raises(error, match=words):
        add(ada, **facts)
    assert not User.objects.filter(badge="300").exists()


def test_nobody_changes_their_own_roles_nor_puts_himself_on_the_roster(ada, client):
    own = {"roles": ["administrator"], "is_sworn": True}
    for said in ({**own, "roles": ["administrator", "supervisor"], "is_sworn": False}, own):
        with pytest.raises(RuleBroken, match="Another administrator"):
            services.change_officer(by=ada, officer=ada, **said)
    client.force_login(ada)
    address = f"accounts/officers/{ada.pk}/change/"
    assert "whether you are sworn" in client.post(f"/{address}", own).content.decode()
    assert client.post(f"/api/{address}", {"is_sworn": True}, content_type="application/json").status_code == 409
    assert not User.objects.on_the_roster().exists()
    services.change_officer(by=ada, officer=ada, roles=["administrator"], is_sworn=False, phone="802-555-0192")


def test_no_account_reaches_across_the_wall_nor_a_partner_beyond_his_role(ada, ray, tess, client):
    ivy = officer("i1", Role.PARTNER, full_name="Ivy Sorrell")
    for who, roles, words in (
        (ray, ["investigator", "court_clerk"], "across the wall"),
        (tess, ["treatment", "court_clerk", "administrator"], "across the wall"),
        (ivy, ["partner", "supervisor"], "hold that role alone"),
    ):
        with pytest.raises(RuleBroken, match=words):
            services.change_officer(by=ada, officer=who, roles=roles, is_sworn=False)
    for who, role, words in (
        (officer("c1", Role.COURT_CLERK), "supervisor", "across the wall"),
        (ray, "court_clerk", "across the wall"),
        (ivy, "liaison", "hold that role alone"),
    ):
        with pytest.raises(RuleBroken, match=words):
            lent(ada, who, role)
    services.change_officer(by=ada, officer=tess, roles=["treatment", "court_clerk"], is_sworn=False)  # its own team
    with pytest.raises(RuleBroken, match="sworn officers alone"):
        services.change_officer(by=ada, officer=tess, roles=["court_clerk"], is_sworn=True)
    client.force_login(ada)
    said = {"roles": ["supervisor", "court_clerk"], "badge": "301", "full_name": "Noor Haddad", "password": PASSWORD}
    assert "across the wall" in client.post("/accounts/officers/add/", said).content.decode()
    told = client.post("/api/accounts/officers/add/", said, content_type="application/json")
    assert "across the wall" in told.content.decode()


def test_a_disabled_account_does_not_sign_in(ada, client, ray):
    services.disable_officer(by=ada, officer=ray, at=NOON)
    answer = client.post("/sign-in/", {"login": "114", "password": PASSWORD, "notice": "on"})
    assert "This account is locked or disabled" in answer.content.decode()


def test_the_notice_is_acknowledged_first(client, ray):
    answer = client.post("/sign-in/", {"login": "114", "password": PASSWORD})
    assert answer.status_code == 200
    assert "Read the notice" in answer.content.decode()


def test_a_wrong_password_is_on_the_trail_and_not_what_was_typed(client, ray):
    client.post("/sign-in/", {"login": "114", "password": "wrong horse", "notice": "on"})
    line = AuditEntry.objects.get(verb="accounts.sign_in")
    assert (line.outcome, line.badge) == ("refused", "114")
    assert line.address == "127.0.0.1"


def test_a_password_typed_as_badge_is_written_nowhere(client, db):
    client.post("/sign-in/", {"login": "correct horse", "password": "x", "notice": "on"})
    assert not AuditEntry.objects.filter(badge__icontains="horse").exists()


def test_a_locked_account_is_refused_even_with_the_right_password(client, ray):
    ray.locked_at = NOON
    ray.save()
    answer = client.post("/sign-in/", {"login": "114", "password": PASSWORD, "notice": "on"})
    assert "This account is locked or disabled" in answer.content.decode()


def sign_in(client, password=PASSWORD):
    return client.post("/sign-in/", {"login": "114", "password": password, "notice": "on"})


def test_wrong_passwords_from_elsewhere_keep_nobody_out_who_comes_by_the_same_proxy(ray, settings):
    settings.BEHIND_PROXY = True
    stranger = Client(headers={"X-Forwarded-For": "127.0.0.1, 203.0.113.9"})
    said = [stranger.post("/sign-in/", {"login": f"x{n}", "password": "x", "notice": "on"}) for n in range(21)]
    assert "Too many" in said[-1].content.decode()
    assert "Too many" in sign_in(stranger).content.decode()
    station = Client(headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.7"})
    assert sign_in(station).status_code == 302


def test_five_wrong_passwords_lock_until_somebody_releases(ada, client, ray):
    for _ in range(4):
        sign_in(client, "wrong horse")
    ray.refresh_from_db()
    assert ray.locked_at is None
    sign_in(client, "wrong horse")
    assert "This account is locked or disabled" in sign_in(client).content.decode()
    assert AuditEntry.objects.filter(verb="accounts.lock", badge="114").count() == 1
    ray.refresh_from_db()
    services.release_lock(by=ada, officer=ray)
    assert sign_in(client).status_code == 302
    with pytest.raises(RuleBroken, match="is not locked"):
        services.release_lock(by=ada, officer=ray)


def test_wrong_attempts_of_an_hour_ago_or_before_a_right_one_do_not_lock(client, ray):
    for minutes in (60, 50, 40, 30):
        count_wrong_attempt(ray, timezone.now() - timedelta(minutes=minutes))
    sign_in(client, "wrong horse")
    assert sign_in(client).status_code == 302
    assert not WrongAttempt.objects.exists()


def test_nobody_releases_himself(ada):
    for _ in range(5):
        count_wrong_attempt(ada, NOON)
    ada.refresh_from_db()
    assert ada.locked_at == NOON
    with pytest.raises(RuleBroken, match="Somebody else"):
        services.release_lock(by=ada, officer=ada)


def test_signing_out_is_on_the_trail(client, ray):
    client.force_login(ray)
    client.post("/sign-out/")
    assert AuditEntry.objects.filter(verb="accounts.sign_out", badge="114").exists()


def test_a_token_is_kept_as_a_hash_and_ends(ray):
    secret = new_secret()
    token = services.make_token(by=ray, name="Phone", scope="read", days=30, secret=secret, at=NOON)
    assert secret not in str(Token.objects.values().get())
    assert Token.objects.usable(NOON + timedelta(days=29)).contains(token)
    assert not Token.objects.usable(NOON + timedelta(days=31)).contains(token)
    services.revoke_token(by=ray, token=token, at=NOON)
    assert not Token.objects.usable(NOON).contains(token)
    with pytest.raises(RuleBroken, match="revoked already"):
        services.revoke_token(by=ray, token=token, at=NOON)


@pytest.mark.parametrize("days", [0, 366, -1])
def test_a_token_for_ever_is_refused(ray, days):
    with pytest.raises(RuleBroken, match="between 1 and 365 days"):
        services.make_token(by=ray, name="Phone", scope="read", days=days, secret=new_secret(), at=NOON)


def test_there_is_one_task_force(task_force):
    with pytest.raises(IntegrityError):
        TaskForce.objects.create(name="A second one")


def test_no_role_passes_everything():
    every = set().union(*MAY.values())
    assert all(verbs != every for verbs in MAY.values())
    assert not hasattr(User, "is_superuser")
