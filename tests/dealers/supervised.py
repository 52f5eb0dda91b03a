"""Somebody on probation, for the tests of supervision: as it stands on 3 March 2026."""

from datetime import date

from dealers import services
from tests.conftest import NOON, TODAY

BEGAN = date(2026, 1, 5)


def supervision_of(dealer, by, **facts):
    said = {
        "kind": "probation", "supervising_officer": "Off. Lyle Hart", "phone": "802-555-0172", "from_on": BEGAN,
        "source": "Docket 26-CR-0119", "reliability": "A", "validity": "1", **facts,
    }  # fmt: skip
    return services.log_supervision(by=by, dealer=dealer, at=NOON, **said)


def condition_of(supervision, by, **facts):
    said = {
        "words": "Curfew 21:00 to 06:00", "permits": "police", "source": "Order of 5 Jan, item 4",
        "verified_on": TODAY, **facts,
    }  # fmt: skip
    return services.log_condition(by=by, supervision=supervision, at=NOON, **said)


def violation_of(condition, by, **facts):
    said = {"what": "Outside the Alder Plaza at 23:40.", "seen_on": TODAY, **facts}
    return services.log_violation(by=by, condition=condition, at=NOON, **said)
