"""How often one may ask within a minute: an officer by his badge, whoever is nobody yet by his address.

Counted in the broker. While it is away the pages go on uncounted: an officer in the street needs them more than a
limit. Signing in has limits of its own, which wait for it (ACCOUNT_RATE_LIMITS); the API's officers are counted by DRF.
"""

import time
from http import HTTPStatus

from django.conf import settings
from django.core.cache import cache
from django.http import JsonResponse
from django.shortcuts import render
from redis.exceptions import RedisError

from dmi.api.problems import MEDIA_TYPE
from dmi.audit import trail
from dmi.origin import address_of

MINUTE = 60
VERB = "accounts.ask_too_often"
SENTENCE = "You ask more often than one person can read. Wait a minute, then go on; nothing was changed."


class Rates:
    """429 to whoever asked too often within this minute; that he did is one line of the trail."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/health/"):  # asked by machines, and answered when nothing else is
            return self.get_response(request)
        if request.path.startswith("/api/"):
            return self.known_to_the_api(request)
        if is_beyond(request, *asker_of(request)):
            return too_often(request)
        return self.get_response(request)

    def known_to_the_api(self, request):
        """Tokens that are guessed, by address; what one does with a right one DRF counts."""
        who, most = f"guess:{address_of(request)}", settings.ADDRESS_RATE
        if most and counted(who, 0) > most:
            return too_often(request)
        answer = self.get_response(request)
        if answer.status_code == HTTPStatus.UNAUTHORIZED:
            is_beyond(request, who, most)
        return answer


def asker_of(request):
    """(Who is counted, how often he may ask.)"""
    if request.user.is_authenticated:
        return f"officer:{request.user.pk}", settings.PAGE_RATE
    return f"address:{address_of(request)}", settings.ADDRESS_RATE


def is_beyond(request, who, most):
    """One more from him; the first that is too many is entered."""
    times = counted(who) if most else 0
    if most and times == most + 1:
        trail.enter(request.user if request.user.is_authenticated else None, VERB, trail.Outcome.REFUSED)
    return times > most


def counted(who, more=1):
    """How often he asked within this minute."""
    key = f"asked:{who}:{time.time() // MINUTE:.0f}"
    try:
        cache.add(key, 0, 2 * MINUTE)
        return cache.incr(key, more)
    except RedisError:
        return 0


def too_often(request):
    status = HTTPStatus.TOO_MANY_REQUESTS
    if request.path.startswith("/api/"):
        body = {"title": status.phrase, "status": int(status), "detail": SENTENCE}
        answer = JsonResponse(body, status=status, content_type=MEDIA_TYPE)
    else:
        answer = render(request, "429.html", status=status)
    answer["Retry-After"] = MINUTE
    return answer
