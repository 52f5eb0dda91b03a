"""dealers.validate_record: still relevant, and kept for five more years (28 CFR 23.20(h))."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from dealers import services
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, logged, officer

IN_A_YEAR = NOON + timedelta(days=365)


def validate(by, dealer, at=IN_A_YEAR):
    return services.validate_record(by=by, dealer=dealer, because="Seen dealing again in February.", at=at)


def test_review_falls_due_five_years_after_it(sue, farrow):
    assert farrow.review_due == date(2031, 3, 3)
    validation = validate(sue, farrow)
    farrow.refresh_from_db()
    assert (farrow.validated_on, farrow.review_due) == (date(2027, 3, 3), date(2032, 3, 3))
    assert (validation.by, validation.because) == (sue, "Seen dealing again in February.")


def test_the_dossier_shows_who_found_it_relevant(client, sue, farrow):
    validate(sue, farrow)
    client.force_login(sue)
    page = client.get(farrow.get_absolute_url()).content.decode()
    assert "Seen dealing again in February." in page
    assert "Review due 3 Mar 2032" in page


def test_whoever_logged_it_does_not_validate_it(sal, sue, west_end):
    own = logged(sal, west_end, street_name="Wren")
    services.approve_predicate(by=sue, dealer=own, is_lawfully_acquired=True, at=NOON)
    with pytest.raises(RuleBroken, match="another supervisor validates"):
        validate(sal, own)


def test_a_draft_is_approved_first(sal, rook):
    with pytest.raises(RuleBroken, match="not on file"):
        validate(sal, rook)


def test_twice_on_a_day_is_refused(sue, farrow):
    with pytest.raises(RuleBroken, match="validated on 3 March 2026 already"):
        validate(sue, farrow, at=NOON)


def test_an_investigator_validates_nothing_and_a_stranger_finds_nothing(ray, farrow):
    with pytest.raises(PermissionDenied):
        validate(ray, farrow)
    with pytest.raises(Http404):
        validate(officer("9", "supervisor"), farrow)


def test_the_trail_has_one_line(sue, farrow):
    validation = validate(sue, farrow)
    [line] = AuditEntry.objects.filter(verb="dealers.validate_record")
    assert (line.outcome, line.record) == ("done", f"dealers.validation:{validation.pk}")
    assert line.others["dealer"] == f"dealers.dealer:{farrow.pk}"
