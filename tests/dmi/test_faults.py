"""What an officer sees of a fault: one page, with the reason in words and with what he typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from psycopg2.errors import DiskFull

from dealers.models import Observation
from dmi.views import faults

LOG = "/dealers/log-observation/"


@pytest.fixture
def failing(monkeypatch):
    def failing(fault, reason=None):
        def fail(*_, **__):
            raise fault from reason

        monkeypatch.setattr(Observation, "save", fail)

    return failing


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(client, ray, farrow, west_end, failing):
    client.force_login(ray)
    client.raise_request_exception = False
    typed = {"dealers": farrow.pk, "market": west_end.pk, "narrative": "Met <b>at</b> the lot near the bus stop.",
             "reliability": "B", "validity": "2"}  # fmt: skip
    failing(OperationalError("could not extend file"), DiskFull())
    answer = client.post(LOG, typed)
    assert answer.status_code == 503
    assert faults.FULL.replace("'", "&#x27;") in answer.content.decode()
    assert "Met &lt;b&gt;at&lt;/b&gt; the lot near the bus stop." in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Request-ID"] in answer.content.decode()
    failing(OperationalError("server closed the connection"))
    assert faults.AWAY in client.post(LOG, typed).content.decode()
    answer = client.post(LOG, {**typed, "photo": SimpleUploadedFile("lot.jpg", b"1")})
    assert "Passwords, codes and files are not kept here" in answer.content.decode()
    failing(ValueError("a mistake of ours"))
    answer = client.post(LOG, typed)
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()
    assert "a mistake of ours" not in answer.content.decode()
