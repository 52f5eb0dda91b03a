"""Treatment's trail: its day's last seal goes outside, and nothing else of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from callins.dtc import services
from callins.dtc.models import AuditEntry, AuditSeal
from callins.dtc.tasks import close_day
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry as CommonEntry
from dmi.audit.models import SecurityMail
from dmi.errors import RuleBroken
from tests.conftest import NOON, officer


def test_mail_seal_sends_number_and_hash_once_and_its_line_stays_behind_the_wall(clock, task_force):
    with treatment():
        AuditSeal.objects.raw(
            "INSERT INTO dtc_seal (rows, prev, hash, at, upto_xid) VALUES (48151, '', %s, %s, '0') RETURNING *",
            [bytes(range(32)), timezone.now() - timedelta(days=1)],
        )[0]
        with pytest.raises(RuleBroken, match="no security officer"):
            services.mail_seal(by=clock, on=NOON.date(), until=timezone.now(), at=NOON)
    close_day()
    assert mail.outbox == [], "nobody to write to"
    officer("2", Role.SECURITY_OFFICER, email="sid@example.org")
    close_day()
    close_day()  # of two beats
    assert [sent.to for sent in mail.outbox] == [["sid@example.org"]]
    assert bytes(range(32)).hex() in mail.outbox[0].body
    assert "48151" not in mail.outbox[0].body, "not how much was done"
    assert SecurityMail.objects.get().lines == 0
    with treatment():
        assert AuditEntry.objects.filter(verb="dtc.mail_seal", outcome="done").count() == 1
    assert not CommonEntry.objects.filter(verb="dtc.mail_seal").exists()
