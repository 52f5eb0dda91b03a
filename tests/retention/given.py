"""An agreement, and something given out under it: for worlds that want one of each."""

from datetime import date

from maintenance.retention import services
from maintenance.retention.compliance import counted
from maintenance.retention.models import ComplianceReport
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
    return {
        "agreement_id": agreement.pk,
        "dissemination_id": given(dealer, by, agreement=agreement).pk,
        "compliance_report_id": reported().pk,
    }


def reported():
    """Of a month in which there was nothing."""
    contents = counted(date(2000, 1, 1), on=TODAY)
    return ComplianceReport.objects.create(
        month=contents.month, contents=contents.to_json(), contents_sha256=contents.sha256(), made_at=NOON
    )
