"""A real web program, a database that can be taken away, a broker of one's own that can be stopped and started."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing, contextmanager
from html import unescape
from http.cookies import SimpleCookie

import psycopg2
from django.conf import settings
from django.db import connection
from django.test import Client

from dmi.local import valkey
from dmi.local.child import free_port  # as it is: a broker has its port given
from dmi.local.owner import owner_of
from tests.integration.conftest import environment, eventually, kill

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Broker:
    """Valkey in a folder; it comes back under the address that it had."""

    def __init__(self, home, monkeypatch):
        home.mkdir()
        home.chmod(0o711)
        port, password = free_port(), "of-the-fault-tests-alone"
        monkeypatch.setattr(valkey.child, "free_port", lambda: port)
        monkeypatch.setattr(valkey.secrets, "token_hex", lambda _: password)
        self.home, self.owner = home, owner_of(home)
        self.start()

    def start(self):
        self.server, self.address = valkey.start(self.home, self.owner)

    def stop(self):
        self.server.kill()
        self.server.wait(10)


class Desk:
    """What a browser of this officer would see of the web program."""

    def __init__(self, port, officer):
        self.origin = f"http://localhost:{port}"
        client = Client()
        client.force_login(officer)
        self.cookies = {settings.SESSION_COOKIE_NAME: client.session.session_key}
        self.opener = urllib.request.build_opener(StayHere)

    def ask(self, path, sent=None):
        """(status, text, headers) of a page, or of what was sent to it."""
        typed = urllib.parse.urlencode(sent).encode() if sent else None
        request = urllib.request.Request(self.origin + path, typed)  # noqa: S310 (our own address)
        request.add_header("Cookie", "; ".join(f"{name}={word}" for name, word in self.cookies.items()))
        try:
            with self.opener.open(request, timeout=20) as answer:
                return self.taken(answer)
        except urllib.error.HTTPError as answer:
            return self.taken(answer)

    def taken(self, answer):
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: crumb.value for name, crumb in SimpleCookie(line).items()}
        return answer.status, answer.read().decode(), answer.headers

    def send(self, path, **typed):
        """What an officer typed, with what its page gives along."""
        return self.ask(path, self.form_of(path) | typed)

    def form_of(self, path):
        [token, *_] = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.ask(path)[1])
        return {"csrfmiddlewaretoken": token}

    def send_again(self, path, page):
        """The button of the page that kept what was typed."""
        return self.ask(path, [(name, unescape(word)) for name, word in HIDDEN.findall(page)])


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@contextmanager
def served(redis_url):
    """gunicorn as the Procfile starts it, for the block; the port it listens on."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "dmi.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "1"),
        *("--threads", "2", "--preload", "--no-control-socket", "--log-level", "critical"),
    ]
    web = subprocess.Popen(command, env={**environment(), "REDIS_URL": redis_url}, start_new_session=True)
    try:
        eventually(lambda: is_up(port))
        yield port
    finally:
        kill(web)


def is_up(port):
    try:
        return urllib.request.urlopen(f"http://localhost:{port}/health/live", timeout=5).status == 200
    except OSError:
        return False


@contextmanager
def no_database():
    """What a restart does to its clients: every connection ends at once, and nobody is let in before the block ends."""
    name = connection.settings_dict["NAME"]
    connection.close()
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as owner:
        owner.autocommit = True
        with owner.cursor() as cursor:
            cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            try:
                yield
            finally:
                cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
