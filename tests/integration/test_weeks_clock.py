"""What the clock does in the CRT's week, by two clocks at once: each alert, request and reading there is, once."""

import pytest
from django.utils import timezone

from dealers import services as dealing
from dmi.audit.models import AuditEntry
from maintenance import rules, scorecard, tasks
from maintenance.models import FidelityReading, NewDealerAlert
from markets import services as places
from markets.models import Market
from tests.conftest import logged
from tests.integration.conftest import beside

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def watched(sal, west_end):
    on = timezone.localdate()
    return places.change_stage(by=sal, market=west_end, stage=Market.Stage.MAINTENANCE, why="Quiet.", on=on)


@pytest.fixture
def new_on_file(ray, sal, west_end):
    dealer = logged(ray, west_end, last_name="Teale", first_name="Mona", at=timezone.now())
    return dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=timezone.now())


def test_two_clocks_raise_an_alert_once_and_read_a_month_once(clock, watched, new_on_file):
    rung = [tasks.watch_alerts, tasks.keep_fidelity, tasks.watch_occasions, tasks.watch_markets]
    assert beside(*rung, *rung) == [0] * 8
    assert beside(*rung) == [0] * 4
    assert NewDealerAlert.objects.get().dealer == new_on_file
    month = FidelityReading.objects.of_month(rules.month_before(timezone.localdate()))
    assert month.count() == FidelityReading.objects.count() == len(scorecard.ITEMS)
    lines = AuditEntry.objects.filter(verb__in=["maintenance.sound_alert", "maintenance.read_fidelity"])
    assert sorted(lines.values_list("verb", "outcome")) == [
        ("maintenance.read_fidelity", "done"), ("maintenance.sound_alert", "done"),
    ]  # fmt: skip
