"""dealers.log_supervision, end_supervision: under whom somebody is, from a day to a day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from dealers import services
from dealers.dossier import events_of, timeline_rows
from dealers.models import Supervision
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY
from tests.dealers.supervised import BEGAN, condition_of, supervision_of, violation_of


def test_it_is_in_force_from_its_first_day_to_its_last(ray, farrow):
    made = supervision_of(farrow, ray, until_on=TODAY)
    in_force = Supervision.objects.in_force
    assert in_force(BEGAN).contains(made)
    assert in_force(TODAY).contains(made)
    assert not in_force(BEGAN - timedelta(days=1)).contains(made)
    assert not in_force(TODAY + timedelta(days=1)).contains(made)


def test_the_same_kind_twice_at_once_is_refused(ray, farrow):
    supervision_of(farrow, ray)
    with pytest.raises(RuleBroken, match="is on record already since 5 Jan 2026"):
        supervision_of(farrow, ray, from_on=TODAY)
    supervision_of(farrow, ray, kind="pretrial")


def test_one_that_runs_into_a_later_one_is_refused(ray, farrow):
    supervision_of(farrow, ray)
    earlier = BEGAN - timedelta(days=90)
    for until_on in (None, BEGAN):
        with pytest.raises(RuleBroken, match="is on record already since 5 Jan 2026"):
            supervision_of(farrow, ray, from_on=earlier, until_on=until_on)
    supervision_of(farrow, ray, from_on=earlier, until_on=BEGAN - timedelta(days=1))


def test_an_end_before_the_beginning_is_refused(ray, farrow):
    with pytest.raises(IntegrityError):
        supervision_of(farrow, ray, until_on=BEGAN - timedelta(days=1))


def test_otis_and_pat_log_none(otis, pat, ray, farrow):
    with pytest.raises(Http404):
        supervision_of(farrow, otis)
    with pytest.raises(PermissionDenied):
        supervision_of(farrow, pat)


def test_the_trail_has_one_line(ray, farrow):
    made = supervision_of(farrow, ray)
    assert AuditEntry.objects.get(verb="dealers.log_supervision").record == f"dealers.supervision:{made.pk}"


def test_after_its_end_it_binds_no_more(ray, farrow):
    made = supervision_of(farrow, ray)
    services.end_supervision(by=ray, supervision=made, until_on=date(2026, 3, 1), at=NOON)
    assert not Supervision.objects.in_force(TODAY).exists()
    with pytest.raises(RuleBroken, match="ended on 1 Mar 2026 already"):
        services.end_supervision(by=ray, supervision=made, until_on=TODAY, at=NOON)
    assert [line.outcome for line in AuditEntry.objects.filter(verb="dealers.end_supervision")] == ["refused", "done"]


def test_it_does_not_end_before_it_began(ray, farrow):
    made = supervision_of(farrow, ray)
    with pytest.raises(IntegrityError):
        services.end_supervision(by=ray, supervision=made, until_on=date(2026, 1, 4), at=NOON)


def test_otis_ends_none(otis, ray, farrow):
    made = supervision_of(farrow, ray)
    with pytest.raises(Http404):
        services.end_supervision(by=otis, supervision=made, until_on=TODAY, at=NOON)


def test_the_timeline_tells_of_beginning_end_and_violation(ray, farrow):
    made = supervision_of(farrow, ray, until_on=TODAY)
    violation_of(condition_of(made, ray), ray)
    kinds = [type(event.record)._meta.model_name for event in events_of(list(timeline_rows(farrow, ray)))]
    assert kinds.count("supervision") == 1
    assert kinds.count("violation") == 1
    assert kinds.count("endedsupervision") == 1


def test_withdrawn_it_leaves_the_timeline_with_its_violations(client, ray, farrow):
    made = supervision_of(farrow, ray)
    broken = violation_of(condition_of(made, ray), ray)
    services.withdraw_fact(by=ray, dealer=farrow, fact=made, because="Another Farrow's docket", at=NOON)
    kinds = {type(event.record)._meta.model_name for event in events_of(list(timeline_rows(farrow, ray)))}
    assert not kinds & {"supervision", "violation"}
    client.force_login(ray)
    assert client.get(reverse("dealers:record_violation_outcome", args=[broken.pk])).status_code == 404
