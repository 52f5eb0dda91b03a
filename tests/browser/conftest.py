"""Real Chromium on the live server: one for all tests, a window of its own for each officer."""

import contextlib
import shutil

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from dmi.machine import BROWSERS
from tests.browser.watch import Watch
from tests.browser.world import everybody_there, fill

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 10_000  # milliseconds
HEIGHTS = {320: 700, 390: 844, 1280: 900}
PHONE = {"width": 390, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="session")
def chromium():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail("Chromium is missing: `make test` installs it; by hand: apt-get install chromium", pytrace=False)
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would take each of the tests' queries for one of it.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium, live_server):
    """Opens a window for an officer who has signed in, or for nobody yet; what its pages do wrong fails the test."""
    cache.clear()  # nobody is turned away for the tests before
    with contextlib.ExitStack() as open_windows:

        def window(officer=None, *, width=1280, **options):
            size = {"width": width, "height": HEIGHTS[width]}
            context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
            open_windows.enter_context(context)
            context.set_default_timeout(PATIENCE)
            context.watch = Watch(context, live_server.url)
            if officer is not None:
                context.add_cookies([session_of(officer, live_server.url)])
            return context.new_page()

        yield window
        seen = [fault for context in chromium.contexts for fault in context.watch.seen]
    assert seen == []


def session_of(officer, origin):
    """Signed in without the page, where signing in is not the point."""
    client = Client()
    client.force_login(officer)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": origin}


@pytest.fixture
def all_round(sal, west_end):
    return everybody_there(sal, west_end)


@pytest.fixture
def world(ray, sal, sue, clock, task_force, west_end, farrow, whitlow, all_round):
    return fill(ray, sal, sue, clock, task_force, west_end, farrow, whitlow, all_round)
