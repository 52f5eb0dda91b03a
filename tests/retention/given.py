"""An agreement, and something given out under it: for worlds that want one of each."""

from datetime import date

from maintenance.retention import services
from tests.conftest import NOON, TODAY


def agreed(by, **facts):
    said = {"agency": "Ferry County Sheriff", "covers": "Dossiers, drug cases", "signed_on": date(2026, 1, 5)}
    return services.add_agreement(by=by, at=NOON, **{**said, **facts})


def given(dealer, by, **facts):
    said = {
        "item": "facts", "recipient": "Det. Ida Marsh", "why": "Homicide 26-0931", "channel": "phone",
        "given_on": TODAY,
    }  # fmt: skip
    return services.log_dissemination(by=by, dealer=dealer, at=NOON, **{**said, **facts})


def given_of(dealer, by, supervisor):
    agreement = agreed(supervisor)
    return {"agreement_id": agreement.pk, "dissemination_id": given(dealer, by, agreement=agreement).pk}
