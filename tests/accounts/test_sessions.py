"""Half an hour without a sign of life, twelve hours whatever happens (CJIS Security Policy AC-11, AC-12)."""

import time

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from dmi.accounts.sessions import BEGAN, POLL, SEEN
from dmi.audit.models import AuditEntry

HOUR = 3600


def ago(client, **seconds):
    session = client.session
    for name, many in seconds.items():
        session[name] = int(time.time()) - many
    session.save()


@pytest.mark.parametrize(
    ("aged", "why", "words"),
    [
        ({SEEN: HOUR // 2}, "idle", "Nobody was at the screen for 30 minutes"),
        ({SEEN: 5, BEGAN: 12 * HOUR}, "long", "You were signed in for 12 hours"),
    ],
)
def test_a_session_ends_on_the_server_and_the_sign_in_page_says_why(client, ray, aged, why, words):
    client.force_login(ray)
    ago(client, **aged)
    answer = client.get("/dealers/?q=x", follow=True)
    assert answer.redirect_chain[0][0] == "/sign-in/?next=/dealers/%3Fq%3Dx"
    assert words in answer.content.decode()
    assert not Session.objects.exists() or "_auth_user_id" not in client.session
    line = AuditEntry.objects.get(verb="accounts.end_session")
    assert (line.badge, line.record) == ("114", f"session:{why}")
    assert client.get("/api/dealers/").status_code == 401


def test_a_sign_of_life_keeps_it_and_is_written_down_once_a_minute(client, ray):
    client.force_login(ray)
    ago(client, **{SEEN: HOUR // 2 - 5})
    told = client.get("/accounts/still-here/")
    assert told.json()["officer"] == str(ray.pk)
    assert told["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert time.time() - client.session[SEEN] < 5
    ago(client, **{SEEN: 30})
    client.get("/")
    assert time.time() - client.session[SEEN] >= 30
    page = client.get("/").content.decode()
    assert 'data-minutes="30"' in page
    assert "js/cover.js" in page


def test_a_wall_that_asks_by_itself_is_no_sign_of_life(client, ray):
    """A door that is polled every ten seconds ends its session like any page; a key or a tap there counts."""
    client.force_login(ray)
    ago(client, **{SEEN: HOUR // 2 - 5})
    assert client.get("/dealers/", headers={POLL: "1"}).status_code == 200
    assert time.time() - client.session[SEEN] > 60
    client.get("/dealers/")
    assert time.time() - client.session[SEEN] < 5
    ago(client, **{SEEN: HOUR // 2})
    assert client.get("/dealers/", headers={POLL: "1"}).url.startswith("/sign-in/")
    assert f'"{POLL}"' in (settings.BASE_DIR / "static/js/cover.js").read_text()
