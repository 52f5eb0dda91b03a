"""dealers.log_caution: a danger, always with source and date."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers import services
from dmi.audit.models import AuditEntry
from tests.conftest import NOON


def caution(by, dealer, **facts):
    said = {"kind": "armed", "source": "26-0411", "noted_on": date(2026, 2, 3), **facts}
    return services.log_caution(by=by, dealer=dealer, at=NOON, **said)


def test_armed_and_violent_are_grave(ray, farrow):
    assert caution(ray, farrow).is_grave
    assert caution(ray, farrow, kind="violent").is_grave
    assert not caution(ray, farrow, kind="dog").is_grave


@pytest.mark.parametrize("facts", [{"source": ""}, {}])
def test_it_needs_a_source_and_is_noted_once(ray, farrow, facts):
    if not facts:
        caution(ray, farrow)
    with pytest.raises(IntegrityError):
        caution(ray, farrow, **facts)


def test_a_day_to_come_is_refused(ray, farrow):
    with pytest.raises(ValidationError, match="still to come"):
        caution(ray, farrow, noted_on=date(2026, 3, 4))


def test_it_carries_its_grade(ray, farrow):
    assert caution(ray, farrow, reliability="B", validity="2").grade == "B2"


def test_otis_notes_nothing_here(otis, farrow):
    with pytest.raises(Http404):
        caution(otis, farrow)


def test_the_trail_has_one_line(ray, farrow):
    caution(ray, farrow)
    assert AuditEntry.objects.get(verb="dealers.log_caution").record.startswith("dealers.cautionflag:")
