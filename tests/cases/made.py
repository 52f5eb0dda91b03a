"""Cases for tests, as they stand on 3 March 2026: each brought to its state by the services themselves."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from dealers.cases import services
from dealers.cases.models import Buy, Substance
from tests.conftest import NOON

SOLD_AT = datetime.fromisoformat("2026-02-02T15:00-05:00")
SOLD_ON = date(2026, 2, 2)
BUSTED_AT = NOON + timedelta(days=30)


def buy_of(dealer, by, market, *, is_positive=True, **facts):
    """A buy with nothing lacking; the laboratory's answer is back."""
    said = {
        "bought_at": SOLD_AT, "place": "Alder Plaza", "identified_how": "Known to the officer", "buyer": "undercover",
        "drug": "Heroin", "quantity": Decimal(10), "unit": "bags", "price_dollars": Decimal(100),
        "report_number": "26-0741", "deconfliction_number": "DC-1", "recording": "consent", "lab_number": "L-1",
        "lab_sent_on": date(2026, 2, 3), "lab_result_on": date(2026, 2, 20), **facts,
    }  # fmt: skip
    buy = Buy.objects.create(dealer=dealer, market=market, by=by, at=NOON, **said)
    Substance.objects.create(buy=buy, kind="heroin" if is_positive else "cut")
    return buy


def draft_of(dealer, by, market, *, court="state", basis="buys", at=NOON):
    return services.open_case(by=by, dealer=dealer, market=market, court=court, basis=basis, at=at)


def built(dealer, by, market, **facts):
    """A draft whose checklist is done."""
    buy, case = buy_of(dealer, by, market, **facts), draft_of(dealer, by, market)
    services.add_count(
        by=by, case=case, offence="sale_heroin", offence_on=localdate(buy.bought_at), buy=buy, at=NOON
    )  # fmt: skip
    return case


WAY = (  # from draft to disposed, and who does each
    ("evidence_ready", "mark_evidence_ready", "investigator", {}),
    ("prosecutor_review", "submit_to_prosecutor", "investigator", {}),
    ("approved", "approve_case", "prosecutor", {}),
    ("banked", "bank_case", "supervisor", {}),
    (
        "activation_requested", "request_activation", "investigator",
        {"kind": "buy", "happened_at": BUSTED_AT, "words": "Sold again at Alder Plaza."},
    ),
    ("activated", "activate_case", "supervisor", {}),
    ("charged", "charge_case", "prosecutor", {"commenced_by": "Information filed", "commenced_on": BUSTED_AT.date()}),
    ("disposed", "dispose_case", "prosecutor", {"outcome": "Two years, suspended"}),
)  # fmt: skip
ASIDE = {  # off that way: from which state, by which act
    "returned": ("prosecutor_review", "return_case", "prosecutor", {"because": "Name the second officer."}),
    "declined": ("prosecutor_review", "decline_case", "prosecutor", {"because": "Entrapment."}),
    "released": ("banked", "release_case", "supervisor", {"because": "Two years without an entry."}),
    "converted": ("banked", "convert_to_plea", "prosecutor", {"outcome": "Pleads to one count."}),
    "expired": ("banked", "expire_case", "clock", {}),
}  # fmt: skip
LONG_AFTER = NOON + timedelta(days=4 * 366)


def at_of(state):
    """When the act that leads there is done: what follows a trigger comes an hour after it."""
    late = {"activation_requested": 1, "activated": 2, "charged": 3, "disposed": 4}
    if state == "expired":
        return LONG_AFTER
    return BUSTED_AT + timedelta(hours=late[state]) if state in late else NOON


def brought_to(state, case, cast):
    """The draft, led to this state by those whose work it is."""
    if state in ASIDE:
        source, verb, role, said = ASIDE[state]
        brought_to(source, case, cast)
        return act(verb, case, cast[role], at_of(state), said)
    passed = [target for target, *_ in WAY]
    begin = passed.index(case.state) + 1 if case.state in passed else 0
    for target, verb, role, said in WAY[begin:]:
        if case.state == state:
            break
        act(verb, case, cast[role], at_of(target), said)
    return case


def act(verb, case, by, at, said):
    return getattr(services, verb)(by=by, case=case, at=at, **said)
