"""retention.make_compliance_report: the month's page for whoever answers for the file, by references alone."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from dealers.models import LegalHold, Predicate
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance.retention import services, tasks
from maintenance.retention.compliance import Compliance
from maintenance.retention.models import ComplianceReport, Removal
from tests.accessible_pdf import findings
from tests.conftest import NOON, logged, officer
from tests.retention.given import agreed, given

APRIL = datetime(2026, 4, 1, 6, 0, tzinfo=UTC)  # two in the morning in Vermont
MARCH = date(2026, 3, 1)


@pytest.fixture
def after_march(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: APRIL)


def lines_of(report):
    contents = Compliance.from_json(report.contents)
    return {chapter.title: [(line.reference, line.words) for line in chapter.lines] for chapter in contents.chapters}


def test_two_beats_count_a_month_once_it_is_over_once(ray, sal, clock, west_end, farrow, whitlow, after_march):
    """Every fault stands under its rule, by reference; what met the rule stands nowhere."""
    late = logged(ray, west_end, street_name="Rook", source_reference="")
    Predicate.objects.filter(dealer=whitlow).update(is_lawfully_acquired=False)
    given(farrow, ray, agreement=agreed(sal))
    given(farrow, ray, has_none=True, agency="Border Patrol")
    LegalHold.objects.create(dealer=whitlow, because="Civil suit", by=sal, at=NOON)
    Removal.objects.create(
        dealer=whitlow, record=whitlow.pk, reference=whitlow.reference, kind="purge", ground="review", asked_by=sal,
        asked_at=NOON,
    )  # fmt: skip
    tasks.report_compliance()
    tasks.report_compliance()
    report = ComplianceReport.objects.get()
    assert report.month == MARCH
    contents = Compliance.from_json(report.contents)
    assert (contents.on_file, contents.drafts, contents.given_out, contents.faults) == (2, 1, 2, 3)
    assert report.contents_sha256 == contents.sha256()
    found = lines_of(report)
    assert found["On file without a documented predicate"] == [
        (whitlow.reference, "Not confirmed as lawfully acquired")
    ]
    assert found["Drafts past their day without a source"] == [(late.reference, "Source document was due")]
    assert found["Given out without an agreement"] == [
        (farrow.reference, "Facts, by word of mouth or letter, to Border Patrol")
    ]
    assert found["Legal holds in force"] == [(whitlow.reference, "In force since")]
    assert found["Removals"] == [(whitlow.reference, "Purge: waits for a second person")]
    assert found["Reviews overdue"] == []
    for name in ("Farrow", "Whitlow", "Rook", "Scooter", "Civil suit"):
        assert name not in report.contents
    assert AuditEntry.objects.filter(verb="retention.make_compliance_report", outcome="done").count() == 1
    with pytest.raises(RuleBroken, match="made already"):
        services.make_compliance_report(by=clock, month=MARCH, at=APRIL)
    with pytest.raises(RuleBroken, match="April 2026 is not over"):
        services.make_compliance_report(by=clock, month=date(2026, 4, 1), at=APRIL)
    with pytest.raises(PermissionDenied):
        services.make_compliance_report(by=sal, month=MARCH, at=APRIL)


def test_before_there_was_a_record_there_is_no_report(clock, task_force, after_march):
    tasks.report_compliance()
    assert not ComplianceReport.objects.exists()


def test_it_is_read_by_who_answers_for_the_file_and_taken_along(client, ray, clock, farrow, after_march):
    tasks.report_compliance()
    address = ComplianceReport.objects.get().get_absolute_url()
    ada = officer("s1", Role.SECURITY_OFFICER)
    client.force_login(ada)
    assert "March 2026" in client.get("/records/compliance/").content.decode()
    said = client.get(address).content.decode()
    assert "Nothing to put right" in said
    assert "Farrow" not in said
    assert client.get(f"/api{address}").json()["contents"]["on_file"] == 1
    assert client.get("/api/records/compliance/").json()["results"][0]["month"] == "2026-03-01"
    paper = client.get(f"{address}download/")
    assert findings(paper.content) == []
    assert client.get(f"/api{address}download/").content == paper.content
    assert AuditEntry.objects.filter(verb="retention.download_compliance_report", outcome="read").count() == 2
    client.force_login(ray)
    for refused in ("/records/compliance/", address, f"{address}download/"):
        assert client.get(refused).status_code == 403, refused
