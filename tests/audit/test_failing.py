"""A line that can not be written: the act is refused, the look shows nothing, and somebody is told."""

import logging

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core import mail
from django.core.cache import cache

from dealers.models import Dealer
from dmi.accounts.roles import Role
from dmi.audit import alarm
from dmi.audit.tasks import watch_trail
from dmi.errors import TrailFailed
from tests.audit.test_trail import as_owner
from tests.conftest import logged, officer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def failing(ray, farrow):
    """The trail takes no line: its grant was taken away by somebody's mistake."""
    cache.delete_many([alarm.FAILED, alarm.TOLD])
    as_owner("REVOKE INSERT ON audit_auditentry FROM dmi_police")
    yield
    as_owner("GRANT INSERT ON audit_auditentry TO dmi_police")
    cache.delete_many([alarm.FAILED, alarm.TOLD])


def test_an_act_that_can_not_be_entered_is_not_done(failing, ray, west_end, caplog):
    before = Dealer.objects.count()
    with caplog.at_level(logging.CRITICAL), pytest.raises(TrailFailed):
        logged(ray, west_end, street_name="Rook")
    assert Dealer.objects.count() == before
    assert [record.message for record in caplog.records] == [
        "The trail takes no line: dealers.log_dealer, ProgrammingError"
    ]


def test_a_look_that_can_not_be_entered_shows_one_clear_page_and_is_told_once(failing, client, ray, farrow):
    officer("2", Role.SECURITY_OFFICER, email="sid@example.org")
    session(client, ray)
    page = client.get(farrow.get_absolute_url())
    assert page.status_code == 503
    assert "Nothing was done" in page.content.decode()
    assert "Farrow" not in page.content.decode()
    told = client.get(f"/api/dealers/{farrow.pk}/")
    assert told.status_code == 503
    assert "Nothing was done" in told.json()["detail"]
    assert alarm.failures() == 2
    watch_trail()
    watch_trail()
    assert [sent.subject for sent in mail.outbox] == ["The trail takes no lines"]
    assert mail.outbox[0].body.startswith("2 line(s)")
    assert alarm.failures() == 0


def session(client, who):
    """Signed in before the trail failed; the sign-in itself would be refused now."""
    store = client.session
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(who.pk), who.get_session_auth_hash()
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store.save()
