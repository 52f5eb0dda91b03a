"""A small network of West End: Vance supplies the connector Kessler, who holds two groups together."""

from datetime import date

from dealers import services
from dealers.charts import Asked, chart_of
from tests.conftest import NOON, TODAY, logged

ROLES = {
    "Vance": "supplier", "Kessler": "connector", "Adair": "addict_dealer", "Boyd": "addict_dealer",
    "Crane": "addict_dealer", "Dix": "house_holder",
}  # fmt: skip
TIES = (  # who, how, whom, times, grade, first seen
    ("Vance", "supplies", "Kessler", 9, "A1", date(2025, 10, 6)),
    ("Kessler", "supplies", "Adair", 5, "B2", date(2025, 11, 3)),
    ("Kessler", "introduces", "Crane", 3, "B2", date(2025, 12, 1)),
    ("Adair", "phone", "Boyd", 11, "B2", None),
    ("Crane", "seen_together", "Dix", 2, "C2", date(2026, 1, 5)),
    ("Vance", "kin", "Dix", 1, "A1", None),
    ("Boyd", "seen_together", "Dix", 1, "B4", None),
)


def person(by, approver, market, name, role):
    dealer = logged(by, market, last_name=name, role=role)
    return services.approve_predicate(by=approver, dealer=dealer, is_lawfully_acquired=True, at=NOON)


def tied(by, dealer, other, kind="phone", times=1, grade="B2", first=None, last=TODAY):
    return services.log_tie(
        by=by, dealer=dealer, other=other, kind=kind, strength=times, reliability=grade[0], validity=grade[1],
        first_seen_on=first, seen_on=last, basis="Seen", at=NOON,
    )  # fmt: skip


def built(by, approver, market):
    """{name: dealer}, all of them on file and tied."""
    people = {name: person(by, approver, market, name, role) for name, role in ROLES.items()}
    for who, kind, whom, times, grade, first in TIES:
        tied(by, people[who], people[whom], kind, times, grade, first)
    return people


def charted(market, officer, **asked):
    return chart_of(market, officer, Asked(**asked))


def analysed(by, market, **asked):
    return services.analyse_chart(by=by, market=market, asked=Asked(**asked), at=NOON)


def saved_chart(by, market, name="Bridges", **said):
    given = {"asked": {"kind": ["supplies"], "layout": "force"}, "pinned": {}, "at": NOON}
    return services.save_chart(by=by, market=market, name=name, **given | said)
