"""The cast at the API: signed in on a page, or with a token."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import requests
import schemathesis
from django.utils import timezone
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient
from schemathesis.core.transport import Response

from dmi.accounts import services
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry
from dmi.pdf import Body
from maintenance import tasks
from maintenance.api import copies, meetings
from tests.conftest import NOON
from tests.maintenance.conftest import approved, closed, frozen, meeting  # noqa: F401  the CRT's week, for every test here

PDF = b"%PDF-1.7 of the test"
CONFIG = {
    "seed": 1,
    "generation": {"max-examples": 4, "deterministic": True, "database": "none"},
    "phases": {"stateful": {"enabled": False}, "coverage": {"unexpected-methods": ["PUT", "TRACE"]}},
}
schema = schemathesis.openapi.from_dict(
    SchemaGenerator().get_schema(public=True), config=schemathesis.Config.from_dict(CONFIG)
)


class Client(APIClient):
    """Whatever a test asks, the answer is held to the schema as well."""

    def request(self, **environ):
        answer = super().request(**environ)
        match = answer.resolver_match
        if match and match.func.cls.schema and "api" in match.namespaces and answer.status_code not in (405, 406):
            is_as_told(schema.find_operation_by_id(match.url_name), answer)
        return answer


def is_as_told(operation, answer):
    assert str(answer.status_code) in operation.definition.raw["responses"], answer.status_code
    asked = requests.Request("GET", "http://testserver/").prepare()
    headers = {name.lower(): [value] for name, value in answer.items()}
    operation.validate_response(Response(answer.status_code, headers, whole(answer), asked, 0.0, False))


def whole(answer):
    """The body, also of an answer that is streamed, which stays to be read."""
    if answer.streaming:
        content = b"".join(answer.streaming_content)
        answer.streaming_content = [content]
        return content
    return answer.content


def signed_in(officer):
    client = Client()
    client.force_login(officer)
    return client


def with_token(officer, scope="act", days=1):
    """A client that sends a token of this officer; the token is `client.token`."""
    client, secret = Client(), new_secret()
    client.token = services.make_token(
        by=officer, name="Tests", scope=scope, days=days, secret=secret, at=timezone.now()
    )
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
    return client


def lines(verb):
    """What the trail says of a verb, newest first, as (badge, outcome)."""
    return list(AuditEntry.objects.filter(verb=verb).values_list("badge", "outcome"))


def is_problem(answer, status, words=""):
    """True for problem details of this status that say these words."""
    told = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert (answer.status_code, told["status"]) == (status, status), told
    assert words in f"{told['detail']} {told.get('errors', '')}", told
    return True


@pytest.fixture
def published(approved, clock, monkeypatch):  # noqa: F811
    """The edition, built by a printer that costs nothing."""
    monkeypatch.setattr(tasks, "printed", lambda sheet: Body(pdf=PDF, pages=2, sha256="0" * 64))
    tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    return approved


@pytest.fixture
def in_its_week(monkeypatch):
    """The week in which the sheet is in force."""
    monday = NOON + timedelta(days=6)
    for room in (copies, meetings):
        monkeypatch.setattr(room, "timezone", SimpleNamespace(now=lambda: monday))
