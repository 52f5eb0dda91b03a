"""Who asks and from where (for the trail), in whose time; what browsers may not do with our pages."""

import hashlib

from django.utils import timezone

from dmi.accounts.models import TaskForce
from dmi.audit import trail


class Origin:
    """Address and session of the request, for every line that it causes.

    Behind a proxy gunicorn itself puts the client's address in REMOTE_ADDR (`--forwarded-allow-ips`); a header that
    anybody can send is never read here.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        session = request.session.session_key or ""
        known = {
            "address": request.META.get("REMOTE_ADDR") or None,
            "session": hashlib.sha256(session.encode()).hexdigest()[:16] if session else "",
        }
        token = trail.origin.set(known)
        try:
            return self.get_response(request)
        finally:
            trail.origin.reset(token)


class LocalTime:
    """Pages speak the task force's time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        zone = TaskForce.objects.values_list("time_zone", flat=True).first()
        if zone:
            timezone.activate(zone)
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()


class PermissionsPolicy:
    """No page of ours uses a microphone or a camera stream; a phone's camera comes through the file field."""

    POLICY = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        return response
