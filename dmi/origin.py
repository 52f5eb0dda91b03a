"""From where somebody asks: one answer for the trail, the limits and the attempts to sign in."""

import ipaddress

from django.conf import settings


def address_of(request):
    """Who asks, or None. Behind our proxy that is the last hop, which it wrote itself: anybody may send the others."""
    said = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.headers.get("X-Forwarded-For", said).rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(said))
    except ValueError:
        return None
