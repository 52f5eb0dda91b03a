"""cases.log_buy, view_buy, view_buys: what was bought from whom, what it lacks, who may read it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404
from django.template.loader import render_to_string

from dealers.cases.models import Buy
from dealers.dossier import events_of, timeline_rows
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.evidence import at_the_lab, logged_buy, with_result
from tests.conftest import NOON, TODAY


def test_a_buy_says_what_it_still_lacks(ray, farrow, west_end):
    buy = logged_buy(farrow, ray, west_end, report_number="")
    assert buy.lacking == ["Report: Give the number of the report.", "Laboratory: Send the sample to the laboratory."]
    assert AuditEntry.objects.filter(verb="cases.log_buy", outcome="done").count() == 1


def test_a_home_recorded_without_a_warrant_number_is_never_evidence_ready(ray, farrow, west_end):
    for recording in ("consent", "warrant"):
        buy = logged_buy(farrow, ray, west_end, is_in_a_home=True, recording=recording)
        at_the_lab(buy, ray)
        [lacking] = buy.lacking
        assert "number of the warrant" in lacking


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"bought_at": NOON + timedelta(hours=1)}, "not happened yet"),
        ({"buyer": "source", "source_number": "Dana"}, "never a name"),
        ({"buyer": "source"}, "number only"),
        ({"source_number": "CI-114"}, "leave the source's number out"),
    ],
)
def test_what_can_not_be_is_refused(ray, farrow, west_end, facts, refusal):
    with pytest.raises((RuleBroken, ValidationError), match=refusal):
        logged_buy(farrow, ray, west_end, **facts)
    assert not Buy.objects.exists()


def test_nothing_is_bought_for_nothing(ray, farrow, west_end):
    with pytest.raises(IntegrityError, match="bought_for_a_price"):
        logged_buy(farrow, ray, west_end, quantity=0)


def test_otis_logs_none_and_reads_none(client, otis, ray, farrow, west_end):
    with pytest.raises(Http404):
        logged_buy(farrow, otis, west_end)
    buy = logged_buy(farrow, ray, west_end)
    client.force_login(otis)
    assert client.get(buy.get_absolute_url()).status_code == 404
    assert b"Farrow" not in client.get("/cases/buys/").content


def test_it_stands_on_the_dealers_timeline(ray, farrow, west_end):
    buy = logged_buy(farrow, ray, west_end)
    [event] = [each for each in events_of(timeline_rows(farrow, ray)) if each.record == buy]
    assert event.template == "cases/timeline/buy.html"


def test_a_sources_number_is_for_who_works_the_market_and_never_for_the_api(client, ray, farrow, west_end):
    buy = logged_buy(farrow, ray, west_end, buyer="source", source_number="CI-114")
    client.force_login(ray)
    assert b"CI-114" in client.get(buy.get_absolute_url()).content
    assert b"CI-114" not in client.get("/cases/buys/").content
    [event] = [each for each in events_of(timeline_rows(farrow, ray)) if each.record == buy]
    assert "CI-114" not in render_to_string(event.template, {"record": buy})
    for address in (f"/api/cases/buys/{buy.pk}/", "/api/cases/buys/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert b"CI-114" not in answer.content


def test_the_list_is_narrowed_by_where_the_sample_is(client, ray, farrow, whitlow, west_end):
    waiting = at_the_lab(logged_buy(farrow, ray, west_end), ray)
    found = with_result(at_the_lab(logged_buy(whitlow, ray, west_end), ray), ray, "heroin", "fentanyl")
    nothing = with_result(at_the_lab(logged_buy(whitlow, ray, west_end), ray), ray, "cut", "xylazine")
    here = logged_buy(farrow, ray, west_end)
    states = {"not_sent": here, "waiting": waiting, "overdue": waiting, "fentanyl": found, "negative": nothing}
    late = TODAY + timedelta(days=31)
    for state, buy in states.items():
        assert list(Buy.objects.in_lab_state(state, late)) == [buy], state
    client.force_login(ray)
    page = client.get("/cases/buys/", {"lab": "fentanyl", "dealer": whitlow.pk}).content.decode()
    assert str(found.pk) in page
    assert str(nothing.pk) not in page


def test_the_share_of_fentanyl_is_told_by_month_and_seller(client, ray, farrow, whitlow, west_end):
    for dealer, substances in ((farrow, ["fentanyl"]), (farrow, ["heroin"]), (whitlow, ["analogue"])):
        buy = at_the_lab(logged_buy(dealer, ray, west_end), ray)
        with_result(buy, ray, *substances, analogues="Carfentanil" if "analogue" in substances else "")
    client.force_login(ray)
    context = client.get("/cases/buys/").context
    [month] = context["months"]
    assert (month.samples, month.with_fentanyl, month.percent) == (3, 2, 67)
    assert {str(each.of): each.percent for each in context["sellers"]} == {"Cody Farrow": 50, "Dana Whitlow": 100}


def test_the_page_logs_a_buy_and_keeps_what_was_typed(client, ray, farrow, west_end):
    client.force_login(ray)
    said = {
        "dealer": farrow.pk, "market": west_end.pk, "drug": "Heroin", "quantity": "0.3", "unit": "g",
        "price_dollars": "40", "bought_at": "2026-02-02T15:00", "place": "Alder Plaza", "identified_how": "By photo",
        "buyer": "source", "source_number": "Dana Whitlow", "recording": "none", "field_test": "none",
    }  # fmt: skip
    refused = client.post("/cases/buys/log/", said)
    assert "never a name" in refused.content.decode()
    assert "By photo" in refused.content.decode()
    assert client.post("/cases/buys/log/", said | {"source_number": "CI-114"}).status_code == 302
    assert Buy.objects.get().source_number == "CI-114"


def test_the_api_takes_a_quantity_as_a_number(client, ray, farrow, west_end):
    client.force_login(ray)
    said = {
        "dealer": str(farrow.pk), "market": str(west_end.pk), "drug": "Heroin", "quantity": 0.3, "unit": "g",
        "price_dollars": 40, "bought_at": "2026-02-02T15:00:00-05:00", "place": "Alder Plaza",
        "identified_how": "By photo", "buyer": "undercover", "recording": "none", "field_test": "none",
    }  # fmt: skip
    answer = client.post("/api/cases/buys/log/", said, content_type="application/json")
    assert answer.status_code == 201, answer.content
    assert answer.json()["quantity"] == "0.30"
    refused = client.post("/api/cases/buys/log/", said | {"quantity": "much"}, content_type="application/json")
    assert refused.status_code == 400


def test_the_dossiers_tab_lists_what_was_bought(ray, farrow, west_end):
    buy = logged_buy(farrow, ray, west_end)
    shown = render_to_string("cases/_buys_of.html", {"dealer": farrow, "buys": [(buy, 0)]})
    assert buy.get_absolute_url() in shown
    assert "0.3 grams of heroin" in shown
