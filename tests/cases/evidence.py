"""Buys and exhibits as officers enter them."""

from datetime import datetime
from decimal import Decimal

from django.core.files.base import ContentFile

from dealers.cases import services
from tests.conftest import NOON, TODAY

SOLD_AT = datetime.fromisoformat("2026-02-02T15:00-05:00")
PDF = b"%PDF-1.7\nReport 26-1044 of the controlled buy.\n"


def logged_buy(dealer, by, market, **facts):
    """A street buy by an undercover officer; its papers are in, its sample is not."""
    said = {
        "bought_at": SOLD_AT, "place": "Alder Plaza", "is_in_a_home": False, "drug": "Heroin",
        "identified_how": "By photo, by two officers", "buyer": "undercover", "quantity": Decimal("0.30"), "unit": "g",
        "price_dollars": Decimal(40), "field_test": "positive", "report_number": "26-1044",
        "deconfliction_number": "DC-88120", "recording": "consent", "warrant_number": "", "at": NOON, **facts,
    }  # fmt: skip
    return services.log_buy(by=by, dealer=dealer, market=market, **said)


def at_the_lab(buy, by, **facts):
    said = {"lab_number": "VFL-26-0310", "lab_sent_on": SOLD_AT.date(), "at": NOON, **facts}
    return services.send_to_lab(by=by, buy=buy, **said)


def with_result(buy, by, *substances, **facts):
    said = {"lab_result_on": TODAY, "at": NOON, **facts}
    return services.record_lab_result(by=by, buy=buy, substances=list(substances), **said)


def exhibit_of(case, by, **facts):
    """A file, unless another kind is asked for."""
    said = {
        "kind": "file", "description": "Report of the buy", "received_from": "Evidence van 2", "at": NOON,
        "file": ContentFile(PDF, name="report.pdf"), **facts,
    }  # fmt: skip
    return services.add_exhibit(by=by, case=case, **said)


def thing_of(case, by, **facts):
    return exhibit_of(case, by, kind="thing", description="Glassine bags, 12", file=None, **facts)


def proved(dealer, by, market):
    """Something under every address of buys, exhibits and their case: one of each, about this dealer."""
    buy = with_result(at_the_lab(logged_buy(dealer, by, market), by), by, "heroin", "fentanyl")
    case = services.open_case(by=by, dealer=dealer, market=market, court="state", basis="buys", at=NOON)
    services.add_count(by=by, case=case, offence="sale_heroin", offence_on=SOLD_AT.date(), buy=buy, at=NOON)
    thing_of(case, by)
    return {"case_id": case.pk, "buy_id": buy.pk, "exhibit_id": exhibit_of(case, by, buy=buy).pk}
