"""An agreement, and something given out under it: for worlds that want one of each."""

from datetime import date

from dealers import services as dealing
from maintenance.retention import services
from maintenance.retention.compliance import counted
from maintenance.retention.models import ComplianceReport, Disclosure
from tests.conftest import NOON, TODAY
from tests.retention.removed import asked


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
        "disclosure_id": disclosed(dealer, supervisor).pk,
        "removal_id": asked(dealer, supervisor, kind="expungement", ground="order", order_number="26-118").pk,
        "hold_id": dealing.set_hold(by=supervisor, dealer=dealer, because="Subpoena 26-1181", at=NOON).pk,
    }


def disclosed(dealer, by):
    """A line of what the defence was given, without the making of it."""
    return Disclosure.objects.create(
        dealer=dealer, record=dealer.pk, reference=dealer.reference, docket="0417-3-26 Rdcr", counsel="Ana Pell",
        manifest=[{"name": "record.csv", "bytes": 9, "sha256": "0" * 64}], sha256="0" * 64, by=by, at=NOON,
    )  # fmt: skip


def reported():
    """Of a month in which there was nothing."""
    contents = counted(date(2000, 1, 1), on=TODAY)
    return ComplianceReport.objects.create(
        month=contents.month, contents=contents.to_json(), contents_sha256=contents.sha256(), made_at=NOON
    )
