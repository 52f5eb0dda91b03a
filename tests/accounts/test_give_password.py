"""accounts.give_password; a first password is changed before anything else."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.models import User, WrongAttempt
from dmi.accounts.roles import Role
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import PASSWORD

FIRST, OWN = "brook-lantern-oak-7", "harbor-thistle-tin-4"
CHANGE = "/password/"


NOW = timezone.now()


def opens(secret):
    return Client().get("/api/accounts/tokens/", headers={"Authorization": f"Bearer {secret}"}).status_code == 200


def token(officer):
    secret = new_secret()
    services.make_token(by=officer, name="Phone", scope="read", days=30, secret=secret, at=timezone.now())
    assert opens(secret)
    return secret


def test_a_forgotten_password_is_given_anew_and_changed_at_the_next_sign_in(client, ada, pat, sal):
    client.force_login(pat)
    before = token(pat)
    with pytest.raises(PermissionDenied):
        services.give_password(by=sal, officer=pat, password=FIRST, at=NOW)
    with pytest.raises(RuleBroken, match="on its page"):
        services.give_password(by=ada, officer=ada, password=FIRST, at=NOW)
    with pytest.raises(ValidationError, match="at least 12"):
        services.give_password(by=ada, officer=pat, password="short", at=NOW)
    services.give_password(by=ada, officer=pat, password=FIRST, at=NOW)
    assert client.get("/").status_code == 302  # every session ended
    assert not opens(before)
    client.force_login(User.objects.get(pk=pat.pk))
    assert client.get("/")["Location"] == CHANGE
    assert "you alone know" in client.get("/api/hot-sheets/").json()["detail"]
    assert "you alone know" in client.get(CHANGE).content.decode()
    same = client.post(CHANGE, {"oldpassword": FIRST, "password1": FIRST, "password2": FIRST})
    assert "Choose another password" in same.content.decode()
    before = token(pat)
    assert client.post(CHANGE, {"oldpassword": FIRST, "password1": OWN, "password2": OWN}).status_code == 302
    assert not opens(before)
    assert "your tokens are revoked" in client.get("/").content.decode()
    assert User.objects.get(pk=pat.pk).check_password(OWN)
    assert AuditEntry.objects.filter(verb="accounts.give_password", outcome="done").count() == 1
    assert not AuditEntry.objects.filter(others__icontains=FIRST).exists()


def test_where_one_changes_or_confirms_a_password_is_no_place_to_guess_it(client, ray, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    client.force_login(ray)
    client.post("/confirm-password/", {"password": "wrong horse"})
    assert WrongAttempt.objects.filter(officer=ray).count() == 1
    WrongAttempt.objects.all().delete()
    guesses = [{"oldpassword": f"wrong horse {n}", "password1": OWN, "password2": OWN} for n in range(5)]
    for guess in guesses:
        assert "This is not your password" in client.post(CHANGE, guess).content.decode()
    ray.refresh_from_db()
    assert ray.locked_at
    assert AuditEntry.objects.filter(verb="accounts.change_password", outcome="refused", badge="114").count() == 5
    right = client.post(CHANGE, guesses[0] | {"oldpassword": PASSWORD})
    assert "This account is locked" in right.content.decode()
    assert not User.objects.get(pk=ray.pk).check_password(OWN)
    assert client.get("/").status_code == 200  # a lock stops signing in, not a running session


def test_an_account_that_somebody_made_begins_with_a_password_to_change(client, ada, clock):
    said = {"full_name": "Hollis Reed", "roles": ["patrol"], "password": FIRST}
    assert services.add_officer(by=ada, badge="161", **said).has_first_password
    assert not services.add_officer(by=clock, badge="162", **said).has_first_password
    client.force_login(ada)
    page = client.post(f"/accounts/officers/{User.objects.get(badge='161').pk}/give-password/", {"password": PASSWORD})
    assert page.status_code == 302
    assert Role.PATROL in User.objects.get(badge="161").roles
