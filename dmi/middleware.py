"""Who asks and from where (for the trail), in whose time; what browsers may not do with our pages."""

import hashlib
import logging
import re
import time
import uuid

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from dmi import counters, logs
from dmi.accounts.models import TaskForce, User
from dmi.audit import trail
from dmi.errors import TrailFailed
from dmi.origin import address_of


class Watched:
    """A number for the request, on every line of the log it causes and on its answer; how long it took is counted."""

    LOG = logging.getLogger("dmi.requests")
    GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.number = self.number_of(request)
        if request.path.startswith("/health/"):
            request.COOKIES = {}  # who watches is nobody: a session is looked up in a database that may be away
        token, began = logs.asked.set({"request": request.number}), time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request.number
            if not request.path.startswith(("/health/", f"/{settings.STATIC_URL.strip('/')}/")):
                self.tell(request, response, time.perf_counter() - began)
            return response
        finally:
            logs.asked.reset(token)

    def number_of(self, request):
        """The proxy's own, where there is one that nobody can pass by."""
        given = request.headers.get("X-Request-ID", "")
        return given if settings.BEHIND_PROXY and self.GIVEN.fullmatch(given) else uuid.uuid4().hex

    def tell(self, request, response, seconds):
        if type(getattr(request, "user", None)) is User:  # by a token, which Django's own middleware does not know
            logs.asked_by(request.user)
        counters.count("api" if request.path.startswith("/api/") else "page", response.status_code, seconds)
        said = {
            "method": request.method, "route": logs.route_of(request), "status": response.status_code,
            "ms": round(seconds * 1000),
        }  # fmt: skip
        extra = {f"its_{name}": fact for name, fact in said.items()}
        self.LOG.info("%(method)s %(route)s %(status)s", said, extra=extra)


class Origin:
    """Address and session of the request, for every line that it causes."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        session = request.session.session_key or ""
        known = {
            "address": address_of(request),
            "session": hashlib.sha256(session.encode()).hexdigest()[:16] if session else "",
        }
        token = trail.origin.set(known)
        logs.asked_by(request.user)
        try:
            return self.get_response(request)
        finally:
            trail.origin.reset(token)


class Entered:
    """What can not be entered on the trail is not done and not shown: one page that says so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, broken):
        return render(request, "audit/failing.html", status=503) if isinstance(broken, TrailFailed) else None


class LocalTime:
    """Pages speak the task force's time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/health/"):  # must answer, too, when the database does not
            return self.get_response(request)
        with timezone.override(TaskForce.objects.zone()):
            return self.get_response(request)


class Unstored:
    """Nobody's page stays in the browser of a shared terminal after sign-out, unless its view says otherwise."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class PermissionsPolicy:
    """No page of ours uses a microphone or a camera stream; a phone's camera comes through the file field."""

    POLICY = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        return response
