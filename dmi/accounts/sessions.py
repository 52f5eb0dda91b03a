"""How long a session lasts: half an hour without a sign of life, twelve hours whatever happens, or until it is ended.

Source: CJIS Security Policy AC-11, AC-12. The cover of the screen (static/js/cover.js) tells of whoever types without
asking for a page; what ends a session is here. What a page asks by the clock, as a wall does, is nobody's sign of life.
"""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.utils import timezone

from dmi.audit import trail

BEGAN, SEEN = "began", "seen"
POLL = "Desk-Poll"  # the header that static/js/cover.js puts on questions that nobody's hand set off
EVERY = 60  # seconds: a sign of life is written down no more often
WORDS = {
    "idle": "Nobody was at the screen for {minutes} minutes, so you were signed out. Sign in to go on.",
    "long": "You were signed in for {hours} hours, the most there is. Sign in to go on.",
}


def begin(session):
    session[BEGAN] = session[SEEN] = int(time.time())


def why_over(session, now):
    """“idle”, “long”, or nothing while it lasts."""
    if now - session[BEGAN] >= settings.SESSION_COOKIE_AGE:
        return "long"
    return "idle" if now - session[SEEN] >= settings.IDLE_MINUTES * 60 else None


class Lasting:
    """Middleware: a session that is over ends before anything is asked in it; the sign-in page says why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith("/health/") and request.user.is_authenticated:
            self.look_at(request, int(time.time()))
        return self.get_response(request)

    def look_at(self, request, now):
        if BEGAN not in request.session:  # begun before there was this rule
            begin(request.session)
        if why := why_over(request.session, now):
            end(request, why)
        elif POLL not in request.headers and now - request.session[SEEN] >= EVERY:
            request.session[SEEN] = now


def end(request, why):
    trail.enter(request.user, "accounts.end_session", trail.Outcome.DONE, asked=f"session:{why}")
    request.session.flush()
    request.user = AnonymousUser()
    hours = settings.SESSION_COOKIE_AGE // 3600
    messages.info(request, WORDS[why].format(minutes=settings.IDLE_MINUTES, hours=hours))


def end_sessions(officer):
    """At every screen. A session says only inside whose it is, so each is opened: hundreds, not millions."""
    now = timezone.now()
    for session in Session.objects.filter(expire_date__gt=now).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(officer.pk):
            session.delete()
