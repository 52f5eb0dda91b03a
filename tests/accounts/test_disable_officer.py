"""accounts.disable_officer, enable_officer; disable_idle_officer by the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dmi.accounts import services, tasks
from dmi.accounts.models import Token, User
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.accounts.overseen import lent
from tests.conftest import NOON


def lines(verb):
    return AuditEntry.objects.filter(verb=verb, outcome="done").count()


def test_disabled_now_is_signed_out_everywhere_and_stays_so(ada, sid, ray, sal, client):
    now, secret = timezone.now(), new_secret()
    services.make_token(by=ray, name="Phone", scope="read", days=30, secret=secret, at=now)
    loan = lent(ada, ray, "analyst")
    client.force_login(ray)
    assert client.get("/").status_code == 200
    services.disable_officer(by=sid, officer=ray, at=now)
    for _ in range(2):  # and again once the account is enabled: what ended does not come back
        assert client.get("/")["Location"].startswith("/sign-in/")
        assert client.get("/api/dealers/", headers={"Authorization": f"Bearer {secret}"}).status_code == 401
        ray.refresh_from_db()
        loan.refresh_from_db()
        assert (loan.ended_at, Token.objects.get().revoked_at) == (now, now)
        if not ray.is_active:
            services.enable_officer(by=ada, officer=ray, at=now)
    assert (lines("accounts.disable_officer"), lines("accounts.enable_officer")) == (1, 1)
    with pytest.raises(RuleBroken, match="is not disabled"):
        services.enable_officer(by=ada, officer=ray, at=now)
    client.force_login(sal)
    assert client.post(f"/accounts/officers/{ray.pk}/disable/").status_code == 403
    client.force_login(ada)
    assert client.post(f"/accounts/officers/{ray.pk}/disable/").status_code == 302
    assert "disabled already" in client.post(f"/accounts/officers/{ray.pk}/disable/").content.decode()
    assert client.post(f"/accounts/officers/{ray.pk}/enable/").status_code == 302


def test_somebody_is_left_who_lets_the_others_in(ada, eve, sid):
    with pytest.raises(RuleBroken, match="Another administrator"):
        services.disable_officer(by=ada, officer=ada, at=NOON)
    services.disable_officer(by=sid, officer=eve, at=NOON)
    with pytest.raises(RuleBroken, match="the only administrator"):
        services.disable_officer(by=sid, officer=ada, at=NOON)


def test_the_clock_disables_whoever_is_idle_but_never_the_last_administrator(ada, eve, ray, pat, clock):
    long_ago, lately = timezone.now() - timedelta(days=91), timezone.now() - timedelta(days=89)
    User.objects.filter(pk__in=[ada.pk, eve.pk, ray.pk, pat.pk]).update(idle_from=long_ago)
    User.objects.filter(pk=eve.pk).update(last_login=long_ago + timedelta(hours=1))  # the later of the two
    User.objects.filter(pk=pat.pk).update(last_login=lately)
    for _ in range(2):  # two beats
        tasks.watch_accounts()
    active = User.objects.on_duty().values_list("badge", flat=True)
    assert {"3", "214"} <= set(active)
    assert not {"1", "114"} & set(active)
    assert lines("accounts.disable_idle_officer") == 2
    eve.refresh_from_db()
    services.enable_officer(by=eve, officer=ray, at=timezone.now())
    tasks.watch_accounts()
    ray.refresh_from_db()
    assert ray.is_active  # his idle days begin anew
    with pytest.raises(RuleBroken, match="is not idle"):
        services.disable_idle_officer(by=clock, officer=ray, days=90, at=timezone.now())
