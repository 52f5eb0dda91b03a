"""What an officer sees when a part of ours is away: one clear page, with what he typed on it."""

import errno
import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse, UnreadablePostError
from django.template.loader import render_to_string
from kombu.exceptions import OperationalError as BrokerAway
from psycopg2.errors import DiskFull
from redis.exceptions import RedisError

from dmi.api.problems import MEDIA_TYPE

AWAY = "A part of Market Desk does not answer at the moment. Nothing of this request was saved; try again in a minute."
FULL = "There is no room left on the server's disk. Nothing of this request was saved; tell whoever looks after it."
BROKEN = "Something broke on our side. What you sent was either saved whole or not at all: look before you send again."
AGAIN = 30  # seconds, for programs
UNSEEN = ("csrfmiddlewaretoken", "seen")
SECRET = ("password", "code", "token", "secret", "credential")


def broken(request):
    """Django's handler of what nobody caught: 503 where a part is away or the disk is full, else 500."""
    sentence = sentence_of(sys.exc_info()[1])
    status = HTTPStatus.INTERNAL_SERVER_ERROR if sentence == BROKEN else HTTPStatus.SERVICE_UNAVAILABLE
    if request.path.startswith("/api/"):
        body = {"title": status.phrase, "status": int(status), "detail": sentence}
        answer = JsonResponse(body, status=status, content_type=MEDIA_TYPE)
    else:
        answer = page(request, sentence, status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        answer["Retry-After"] = AGAIN
    answer["Cache-Control"] = "no-store"
    return answer


def sentence_of(fault):
    """By the innermost reason that is known."""
    while fault is not None:
        if getattr(fault, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
            return FULL
        if isinstance(fault, OperationalError | InterfaceError | BrokerAway | RedisError):
            return FULL if isinstance(fault.__cause__, DiskFull) else AWAY
        fault = fault.__cause__ or fault.__context__
    return BROKEN


def page(request, sentence, status):
    """Without a context processor: they ask the database."""
    known = {
        "sentence": sentence,
        "number": getattr(request, "number", ""),
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "request": request if hasattr(request, "csp_nonce") else None,
    }
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return HttpResponse(render_to_string("503.html", {**known, **kept(request)}), status=status)
    return HttpResponse(render_to_string("500.html", known), status=status)


def kept(request):
    """What was typed, to be sent again from the page as it was; never a password, a code or a file."""
    if request.method != "POST":
        return {}
    try:
        sent = [(name, word) for name, words in request.POST.lists() for word in words]
        has_file = bool(request.FILES)
    except (UnreadablePostError, OSError):
        return {}
    if has_file or any(is_secret(name) for name, _ in sent):
        return {"is_left_out": True}
    return {"sent": sent, "typed": [word for name, word in sent if name not in UNSEEN and len(word) > 20]}


def is_secret(name):
    return name not in UNSEEN and any(word in name for word in SECRET)
