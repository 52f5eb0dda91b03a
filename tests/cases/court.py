"""Defendants, warrants and a sweep for tests, as they stand on 3 March 2026."""

from datetime import timedelta

from dealers.cases import services
from tests.conftest import NOON, TODAY

DAY = timedelta(days=1)


def arrested(dealer, by, **facts):
    said = {
        "court": "state", "court_name": "Superior Court, Alder Unit", "docket": "26-CR-0231",
        "arresting_agency": "Otter Falls PD", "arrested_on": TODAY, "custody": "held",
        "held_at": "Alder County Jail", "at": NOON, **facts,
    }  # fmt: skip
    return services.record_arrest(by=by, dealer=dealer, **said)


def logged_warrant(dealer, by, **facts):
    said = {"number": "26-W-17", "court_name": "Superior Court", "issued_on": TODAY, "at": NOON, **facts}
    return services.log_warrant(by=by, dealer=dealer, **said)


def planned(market, by, **facts):
    said = {"name": "Slate", "held_on": TODAY + DAY, "agencies": "OFPD, DEA", "at": NOON, **facts}
    return services.plan_operation(by=by, market=market, **said)


def aimed(operation, dealer, by, plan="Front door, 06:00"):
    return services.add_target(by=by, operation=operation, dealer=dealer, plan=plan, at=NOON)


def before_court(dealer, by, supervisor, market):
    """Something under every address of court, sweep and track: one of each, about this dealer."""
    operation = planned(market, supervisor)
    services.state_track_facts(by=by, dealer=dealer, basis="Records check of 2 Mar", has_arson=True, at=NOON)
    services.decide_track(by=supervisor, dealer=dealer, decided="call_in", because="A shed, in 1999.", at=NOON)
    prosecution = arrested(dealer, by)
    services.add_charge(by=by, prosecution=prosecution, offence="sale_heroin", offence_on=TODAY, at=NOON)
    return {
        "prosecution_id": prosecution.pk, "warrant_id": logged_warrant(dealer, by).pk, "operation_id": operation.pk,
        "target_id": aimed(operation, dealer, supervisor).pk,
    }  # fmt: skip
