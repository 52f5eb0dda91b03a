"""The warning of a limitation, through a real worker and beat: once, without a name, caught up after an outage."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from dealers.cases.models import Case, ClockWarning
from tests.cases.conftest import case, cast, pru  # noqa: F401  the banked case of these tests
from tests.cases.made import brought_to
from tests.integration.conftest import eventually, running

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def outbox(tmp_path, monkeypatch):
    """Where the worker's mail lands. The address has a fourth slash: the first of the path."""
    folder = tmp_path / "mail"
    folder.mkdir()
    monkeypatch.setenv("EMAIL_URL", f"filemail:///{folder}")
    return folder


def sent(outbox, case):  # noqa: F811
    """What was sent about the case: on some days of the week the worker has other mail to send as well."""
    mails = [path.read_text() for path in sorted(outbox.iterdir())]
    return [mail for mail in mails if f"Subject: {case}" in mail]


def near(case, cast, days):  # noqa: F811
    """Banked, its day so many days ahead."""
    brought_to("banked", case, cast)
    Case.objects.filter(pk=case.pk).update(commence_by=timezone.localdate() + timedelta(days=days))
    case.refresh_from_db()


def test_beat_rings_and_the_warning_arrives_once(outbox, case, cast, tmp_path):  # noqa: F811
    near(case, cast, 25)
    with running("--beat", f"--schedule={tmp_path / 'beat'}"):
        eventually(lambda: ClockWarning.objects.exists() and sent(outbox, case))
        time.sleep(35)  # beat rings again: nothing more is told
    [mail] = sent(outbox, case)
    assert f"Subject: {case}: the prosecution must commence by" in mail
    assert "To: pru@attorney.example" in mail
    assert "Farrow" not in mail
    assert [warning.days for warning in ClockWarning.objects.all()] == [30]


def test_a_case_past_its_last_day_expires_when_the_worker_comes_back(outbox, case, cast, tmp_path):  # noqa: F811
    near(case, cast, -30)  # the margin and the days of filing are over as well
    with running("--beat", f"--schedule={tmp_path / 'beat'}"):
        eventually(lambda: Case.objects.get(pk=case.pk).state == "expired")
        eventually(lambda: sent(outbox, case))
    assert "the limitation ran out on" in sent(outbox, case)[0]
