"""Every letter once: whenever the worker is killed among them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from callins import services
from callins.models import CallIn, Letter
from dealers import services as dealing
from dmi.audit.models import AuditEntry
from dmi.celery import app
from tests.callins.conftest import cora, pru  # noqa: F401
from tests.callins.lettered import SIGNED, first_letters
from tests.callins.made import invited, planned
from tests.callins.qualified import qualified
from tests.conftest import logged
from tests.integration.conftest import eventually, kill, running

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NAMES = ("Farrow", "Whitlow", "Tanner", "Osgood")


@pytest.fixture
def invitations(cora, pru, ray, sal, clock, west_end):  # noqa: F811
    first_letters()
    call_in = planned(cora, west_end, sal, starts_at=timezone.now() + timedelta(days=7))
    return [
        invited(call_in, dealer, case=qualified(dealer, ray, sal, pru, west_end))
        for dealer in people(ray, sal, west_end)
    ]


def people(ray, sal, market):
    for name in NAMES:
        dealer = logged(ray, market, last_name=name, first_name="Lee")
        yield dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=timezone.now())


def test_a_worker_killed_among_many_letters_prints_each_once(invitations, cora, tmp_path):  # noqa: F811
    with running() as worker:
        services.ask_for_letters(
            by=cora, call_in=CallIn.objects.get(), invitations=invitations, in_spanish=invitations[:1],
            in_large_print=invitations[1:2], at=timezone.now(), **SIGNED,
        )  # fmt: skip
        eventually(lambda: Letter.objects.made().exists())
        eventually(lambda: Letter.objects.waiting().filter(attempts=1).exists())  # one is under the press
        kill(worker)
    assert Letter.objects.waiting().exists()
    app.control.purge()  # the broker forgot, too: only the rows know what is to be done
    with running("--beat", f"--schedule={tmp_path / 'beat'}"):
        eventually(lambda: not Letter.objects.waiting().exists())
    assert Letter.objects.made().count() == len(NAMES)
    assert all(bytes(letter.content).startswith(b"%PDF-") for letter in Letter.objects.all())
    finished = AuditEntry.objects.filter(verb="callins.finish_letter", outcome="done")
    assert len(set(finished.values_list("record", flat=True))) == finished.count() == len(NAMES)
