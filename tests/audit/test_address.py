"""From where an act came: an address that nobody can make up."""

import pytest

from dmi.audit.models import AuditEntry

FORGED = "203.0.113.9, 198.51.100.7"


@pytest.mark.parametrize(
    ("behind_proxy", "sent", "known"),
    [
        (False, FORGED, "127.0.0.1"),
        (True, FORGED, "198.51.100.7"),
        (True, "2001:db8::1", "2001:db8::1"),
        (True, "no address", None),
        (True, None, "127.0.0.1"),
    ],
)
def test_the_trail_believes_only_the_hop_that_our_proxy_wrote(client, ray, settings, behind_proxy, sent, known):
    settings.BEHIND_PROXY = behind_proxy
    client.force_login(ray)
    client.get("/trail/", headers={"X-Forwarded-For": sent} if sent else None)
    assert AuditEntry.objects.first().address == known
