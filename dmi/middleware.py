"""Who asks and from where (for the trail), in whose time; what browsers may not do with our pages."""

import hashlib
import ipaddress

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.errors import TrailFailed


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
        try:
            return self.get_response(request)
        finally:
            trail.origin.reset(token)


def address_of(request):
    """Who asks, or None. Behind our proxy that is the last hop, which it wrote itself: anybody may send the others."""
    said = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.headers.get("X-Forwarded-For", said).rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(said))
    except ValueError:
        return None


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
