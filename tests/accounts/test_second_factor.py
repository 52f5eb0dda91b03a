"""accounts.reset_second_factor; the second factor as it is set up, shown, counted and asked for again."""

from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.factors.keeping import FactorAdapter
from dmi.accounts.factors.step_up import CONFIRMED, COUNTS, HANDED_ON, PRINTED, TAKEN_OUT, is_recent
from dmi.accounts.models import Token, User, WrongAttempt
from dmi.accounts.roles import MAY, Role
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, PASSWORD, officer

SECOND_STEP = "/sign-in/second-factor/"
SHOWN_AT = 1_790_000_000  # seconds: the app's clock stands still, no half minute ends between two codes


@pytest.fixture(autouse=True)
def required(settings, monkeypatch):
    """As on a server; the other tests' environment asks for neither."""
    settings.SECOND_FACTOR, settings.STEP_UP_MINUTES = True, 5
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: SHOWN_AT))
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act, **_: act())  # before the session is saved
    cache.clear()  # used codes, and how often this address tried


@pytest.fixture
def ada(task_force):
    return officer("1", Role.ADMINISTRATOR, full_name="Ada Finch")


@pytest.fixture
def signed_in(client, pat):
    """pat at her first sign-in, with an app set up; (client, secret of the app)."""
    password(client)
    return client, set_up(client)


def password(client, badge="214"):
    return client.post("/sign-in/", {"login": badge, "password": PASSWORD, "notice": "on"})


def set_up(client):
    secret = client.get("/second-factor/app/").context["form"].secret
    answer = client.post("/second-factor/app/", {"code": code(secret)})
    assert answer["Location"] == "/second-factor/codes/", answer.content.decode()
    return secret


def code(secret, ahead=0):
    """What the app shows, or will show half a minute later: the desk takes both."""
    return format_hotp_value(hotp_value(secret, SHOWN_AT // 30 + ahead))


def show(client, shown):
    return client.post(SECOND_STEP, {"code": shown})


def test_whoever_has_none_may_only_set_one_up_or_leave(client, pat):
    password(client)
    for page in ("/", "/hot-sheets/", "/accounts/tokens/", "/second-factor/codes/renew/"):
        assert client.get(page)["Location"] == "/second-factor/", page
    refused = client.get("/api/hot-sheets/")
    assert (refused.status_code, "second factor" in refused.json()["detail"]) == (403, True)
    secret = set_up(client)
    codes = client.get("/second-factor/codes/").content.decode()
    assert "10 codes" in codes
    assert "Shown now and never again" not in client.get("/second-factor/codes/").content.decode()
    assert client.get("/hot-sheets/").status_code == 200
    kept = Authenticator.objects.get(user=pat, type="totp").data["secret"]
    assert secret not in kept
    assert decrypt(kept) == secret
    lines = AuditEntry.objects.filter(badge="214", verb="accounts.add_factor", outcome="done")
    assert sorted(lines.values_list("record", flat=True)) == ["factor:recovery_codes", "factor:totp"]


def test_a_session_that_showed_none_confirms_before_it_goes_on(signed_in, pat):
    stale = Client()
    stale.force_login(pat)
    assert stale.get("/hot-sheets/")["Location"] == "/confirm/code/?next=%2Fhot-sheets%2F"
    assert stale.get("/confirm-password/")["Location"] == "/confirm/code/"  # the password does not stand for it
    answer = stale.post("/confirm/code/", {"code": code(signed_in[1], 1), "next": "/hot-sheets/"})
    assert answer["Location"] == "/hot-sheets/"
    assert stale.get("/hot-sheets/").status_code == 200
    assert AuditEntry.objects.filter(verb="accounts.confirm", outcome="done", record="factor:totp").count() == 1


def test_a_code_counts_once_and_the_one_that_set_the_app_up_is_used(signed_in):
    client, secret = signed_in
    client.post("/sign-out/")
    assert password(client)["Location"] == SECOND_STEP
    assert "Use my key" not in client.get(SECOND_STEP).content.decode()  # she has none
    assert "A code counts once" in show(client, code(secret)).content.decode()
    assert show(client, code(secret, 1))["Location"] == "/"
    client.post("/sign-out/")
    password(client)
    assert "A code counts once" in show(client, code(secret, 1)).content.decode()


def test_a_recovery_code_counts_once(signed_in):
    client, _ = signed_in
    [first, *_] = client.get("/second-factor/codes/").context["unused_codes"]
    for outcome in ("signed in", "refused"):
        client.post("/sign-out/")
        password(client)
        assert (show(client, first).status_code == 302) == (outcome == "signed in"), outcome
    assert AuditEntry.objects.filter(verb="accounts.use_recovery_code").count() == 1


@pytest.mark.parametrize(
    "wrong", [{"code": "000000"}, {"credential": '{"id": "x"}'}, {"credential": '{"id": 1, "response": []}'}]
)
def test_after_five_wrong_ones_the_right_code_is_refused_until_somebody_releases(signed_in, pat, sal, wrong):
    client, secret = signed_in
    client.post("/sign-out/")
    password(client)
    for attempt in range(5):
        assert client.post(SECOND_STEP, wrong).status_code == 200, attempt
    assert "locked or disabled" in show(client, code(secret, 1)).content.decode()
    assert AuditEntry.objects.filter(verb="accounts.sign_in", outcome="refused", badge="214").count() == 5
    services.release_lock(by=officer("9", Role.DUTY_SUPERVISOR), officer=User.objects.get(pk=pat.pk))
    assert show(client, code(secret, 1))["Location"] == "/"
    assert not WrongAttempt.objects.exists()


def test_the_last_factor_stays_and_a_key_that_is_none_is_not_taken(signed_in, settings):
    client, _ = signed_in
    refused = client.post("/second-factor/app/remove/").content.decode()
    assert "This is your last factor" in refused
    key = client.post("/second-factor/keys/add/", {"credential": '{"id": "x", "response": {}}'})
    assert (key.status_code, Authenticator.objects.count()) == (200, 2)
    settings.SECOND_FACTOR = False
    client.post("/second-factor/app/remove/")
    assert not Authenticator.objects.exists()
    assert AuditEntry.objects.filter(verb="accounts.remove_factor", outcome="done").count() == 2


def test_an_act_that_matters_is_confirmed_and_then_goes_on(client, ray, settings):
    settings.SECOND_FACTOR = False  # as in the demo: by password
    client.force_login(ray)
    page = "/accounts/tokens/make/"
    ask = f"/confirm-password/?next={page.replace('/', '%2F')}"
    assert client.get(page)["Location"] == ask
    said = {"name": "Nightly list", "scope": "read", "days": "30"}
    assert client.post(page, said)["Location"] == ask  # the form was opened in time and sent too late
    done = client.post("/confirm-password/", {"password": PASSWORD, "next": page})
    assert (done.status_code, Token.objects.get().name) == (200, "Nightly list")
    assert client.get(page).status_code == 200
    assert AuditEntry.objects.filter(verb="accounts.confirm", outcome="done", record="factor:password").count() == 1
    settings.STEP_UP_MINUTES = 0.00001
    assert client.get(page)["Location"] == ask


def test_a_password_that_is_being_set_waits_in_no_session(client, ada, settings):
    settings.SECOND_FACTOR = False
    client.force_login(ada)
    client.post("/accounts/officers/add/", {"badge": "300", "password": "a long enough phrase"})
    assert "a long enough phrase" not in str(dict(client.session))


def test_an_export_comes_back_to_the_page_that_offers_it(client, ray, farrow, settings):
    settings.SECOND_FACTOR = False
    client.force_login(ray)
    asked = client.get("/dealers/export/?file=csv", headers={"Referer": "http://testserver/dealers/?q=x"})
    assert asked["Location"] == "/confirm-password/?next=%2Fdealers%2F%3Fq%3Dx"
    elsewhere = client.get("/dealers/export/?file=csv", headers={"Referer": "http://elsewhere.example/"})
    assert elsewhere["Location"] == "/confirm-password/?next=%2F"
    page = f"/dealers/{farrow.pk}/"
    dossier = client.post(f"{page}download/", headers={"Referer": f"http://testserver{page}"})
    assert dossier["Location"] == f"/confirm-password/?next=%2Fdealers%2F{farrow.pk}%2F"
    assert client.get(f"{page}print/")["Location"].endswith("print%2F")  # a page: he goes on to it
    client.post("/confirm-password/", {"password": PASSWORD, "next": page})
    assert client.post(f"{page}download/")["Content-Type"] == "application/pdf"


def test_the_api_says_what_a_session_must_do_first_and_that_a_token_can_not(client, ada, ray, settings):
    settings.SECOND_FACTOR = False
    address = f"/api/accounts/officers/{ray.pk}/release-lock/"
    client.force_login(ada)
    assert "Confirm first that it is you" in client.post(address, content_type="application/json").json()["detail"]
    secret = new_secret()
    settings.STEP_UP_MINUTES = 5
    services.make_token(by=ada, name="x", scope="act", days=1, secret=secret, at=NOON)
    by_token = Client().post(address, content_type="application/json", headers={"Authorization": f"Bearer {secret}"})
    assert by_token.status_code in {401, 403}
    assert AuditEntry.objects.filter(verb="accounts.release_lock", outcome="forbidden").exists()


def test_a_lost_phone_is_reset_and_every_session_and_token_ends(signed_in, ada, pat, ray, otis):
    client, _ = signed_in
    secret = new_secret()
    services.make_token(by=pat, name="x", scope="read", days=1, secret=secret, at=timezone.now())
    services.reset_second_factor(by=ada, officer=pat, at=NOON)
    assert Client().get("/api/hot-sheets/", headers={"Authorization": f"Bearer {secret}"}).status_code == 401
    assert client.get("/hot-sheets/")["Location"].startswith("/sign-in/")
    password(client)
    assert client.get("/hot-sheets/")["Location"] == "/second-factor/"
    assert AuditEntry.objects.filter(verb="accounts.reset_second_factor", outcome="done").count() == 1
    with pytest.raises(RuleBroken, match="has set up no second factor"):
        services.reset_second_factor(by=ada, officer=pat, at=NOON)
    with pytest.raises(RuleBroken, match="Another administrator resets"):
        services.reset_second_factor(by=ada, officer=ada, at=NOON)


def test_only_an_administrator_resets(client, ray, pat, settings):
    settings.SECOND_FACTOR, settings.STEP_UP_MINUTES = False, 0
    client.force_login(ray)
    assert client.get(f"/accounts/officers/{pat.pk}/reset-second-factor/").status_code == 403


def test_whatever_leaves_the_desk_is_judged_by_whether_it_carries_people():
    leaving = (".download_", ".export_", ".print_")
    taken = {verb for verbs in MAY.values() for verb in verbs if any(word in verb for word in leaving)}
    assert taken == TAKEN_OUT | PRINTED | COUNTS | HANDED_ON
    assert not CONFIRMED & (COUNTS | HANDED_ON)


def test_what_was_confirmed_holds_for_its_minutes():
    assert is_recent(1000.0, 1299.0, 5)
    assert not is_recent(1000.0, 1300.0, 5)
    assert not is_recent(None, 1300.0, 5)
    assert is_recent(None, 1300.0, 0)


def test_a_new_key_opens_what_the_old_one_closed_and_a_lost_one_says_so(settings):
    closed = FactorAdapter().encrypt("JBSWY3DP")
    settings.FACTOR_KEYS = ["another", *settings.FACTOR_KEYS]
    assert FactorAdapter().decrypt(closed) == "JBSWY3DP"
    settings.FACTOR_KEYS = ["another"]
    with pytest.raises(ValidationError, match="ask an administrator to reset"):
        FactorAdapter().decrypt(closed)
