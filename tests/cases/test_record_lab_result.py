"""cases.send_to_lab, record_lab_result, view_health_alerts: where a sample is, what is in it, who must know."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import timezone

from dealers.cases.models import HealthAlert, Substance
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.evidence import SOLD_AT, at_the_lab, logged_buy, with_result
from tests.conftest import TODAY, officer

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def buy(ray, farrow, west_end):
    return logged_buy(farrow, ray, west_end)


@pytest.fixture
def sent(buy, ray):
    return at_the_lab(buy, ray)


def test_a_result_is_overdue_after_thirty_days(sent):
    assert sent.days_overdue(SOLD_AT.date() + timedelta(days=30)) == 0
    assert sent.days_overdue(SOLD_AT.date() + timedelta(days=33)) == 3


@pytest.mark.parametrize(
    ("day", "refusal"), [(TOMORROW, "still to come"), (date(2026, 2, 1), "It was bought on 2 Feb 2026")]
)
def test_a_sample_is_sent_after_the_buy_and_before_tomorrow(ray, buy, day, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        at_the_lab(buy, ray, lab_sent_on=day)


def test_every_substance_is_recorded(ray, sent):
    with_result(sent, ray, "heroin", "fentanyl", "xylazine")
    assert [each.kind for each in sent.substances.all()] == ["heroin", "fentanyl", "xylazine"]
    assert sent.is_positive
    assert sent.has_fentanyl
    assert sent.days_overdue(TOMORROW) == 0
    assert AuditEntry.objects.filter(verb="cases.send_to_lab").count() == 1
    assert AuditEntry.objects.filter(verb="cases.record_lab_result").count() == 1


def test_a_cut_alone_is_no_regulated_drug(ray, sent):
    assert not with_result(sent, ray, "cut", "xylazine").is_positive


@pytest.mark.parametrize(
    ("substances", "facts", "refusal"),
    [
        ([], {}, "Say what was found"),
        (["cut", "heroin"], {}, "Either a regulated drug was found or none"),
        (["analogue"], {}, "Give its name"),
        (["other"], {"others": " , "}, "Give its name"),
        (["other"], {"others": "Kratom, " + "x" * 41}, "at most 40 letters"),
        (["heroin"], {"lab_result_on": TOMORROW}, "still to come"),
        (["heroin"], {"lab_result_on": date(2026, 2, 1)}, "a result comes after that"),
    ],
)
def test_a_result_that_can_not_be_is_refused(ray, sent, substances, facts, refusal):
    with pytest.raises((RuleBroken, ValidationError), match=refusal):
        with_result(sent, ray, *substances, **facts)
    assert not Substance.objects.exists()


def test_a_sample_that_was_not_sent_has_no_result(ray, buy):
    with pytest.raises(RuleBroken, match="has not gone to the laboratory"):
        with_result(buy, ray, "heroin")


def test_an_amended_report_takes_the_place_of_the_first_which_the_history_keeps(ray, sent):
    with_result(sent, ray, "heroin")
    with_result(sent, ray, "fentanyl")
    assert [each.kind for each in sent.substances.all()] == ["fentanyl"]
    assert Substance.pgh_event_model.objects.filter(kind="heroin", pgh_label="delete").exists()
    with pytest.raises(RuleBroken, match="on record already"):
        at_the_lab(sent, ray)


def test_a_first_analogue_raises_one_alert_that_names_nobody(client, ray, sal, farrow, west_end, sent):
    with_result(sent, ray, "analogue", "heroin", analogues="para-Fluorofentanyl,  carfentanil")
    assert {alert.substance for alert in HealthAlert.objects.all()} == {"Para-Fluorofentanyl", "Carfentanil"}
    with_result(sent, ray, "analogue", analogues="Carfentanil")  # amended
    again = at_the_lab(logged_buy(farrow, ray, west_end), ray)
    with_result(again, ray, "analogue", analogues="carfentanil")
    assert HealthAlert.objects.count() == 2
    commander = officer("c1", Role.COMMANDER)
    for reader in (sal, commander):
        client.force_login(reader)
        page = client.get("/cases/health-alerts/").content
        assert b"Carfentanil" in page
        assert b"Farrow" not in page


def test_otis_sends_and_records_none(otis, ray, sent):
    for act in (lambda: at_the_lab(sent, otis), lambda: with_result(sent, otis, "heroin")):
        with pytest.raises(Http404):
            act()


def test_the_desk_says_what_the_laboratory_owes_and_what_is_new_in_the_supply(client, ray, farrow, west_end, sent):
    """Measured on the real clock: the buy of the cast is long past its thirty days."""
    other = at_the_lab(logged_buy(farrow, ray, west_end), ray)
    with_result(other, ray, "analogue", analogues="Carfentanil")
    HealthAlert.objects.update(at=timezone.now())
    client.force_login(ray)
    desk = client.get("/").content.decode()
    assert "Laboratory results overdue" in desk
    assert sent.get_absolute_url() in desk
    assert other.get_absolute_url() not in desk
    client.force_login(officer("c1", Role.COMMANDER))
    desk = client.get("/").content.decode()
    assert "New in the supply: Carfentanil" in desk
    assert "Farrow" not in desk


def test_purity_is_told_where_it_was_measured_and_only_of_a_drug(client, ray, sent):
    client.force_login(ray)
    assert with_result(sent, ray, "heroin").purity == ""
    assert with_result(sent, ray, "heroin", purity_percent=Decimal("38.50")).purity == "38.5 %"
    assert "38.5 %" in client.get(sent.get_absolute_url()).content.decode()
    answer = client.get(f"/api/cases/buys/{sent.pk}/").json()
    assert answer["purity_percent"] == "38.50"
    with pytest.raises(ValidationError, match="Without a regulated drug there is no purity"):
        with_result(sent, ray, "cut", purity_percent=Decimal(10))
