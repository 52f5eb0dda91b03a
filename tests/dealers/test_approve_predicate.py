"""dealers.approve_predicate, add_source_document, return_draft: from draft to file (28 CFR 23.20)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from dealers import services
from dealers.models import Dealer
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, logged, officer


def approve(by, dealer, *, lawful=True):
    return services.approve_predicate(by=by, dealer=dealer, is_lawfully_acquired=lawful, at=NOON)


def test_an_approved_draft_is_on_file_and_its_review_falls_due_in_five_years(sal, rook):
    dealer = approve(sal, rook)
    assert dealer.status == Dealer.Status.ON_FILE
    assert (dealer.approved_by, dealer.validated_on, dealer.review_due) == (sal, date(2026, 3, 3), date(2031, 3, 3))


def test_the_author_does_not_approve(sal, west_end):
    own = logged(sal, west_end, street_name="Moth")
    with pytest.raises(RuleBroken, match="another supervisor approves"):
        approve(sal, own)


def test_without_a_source_document_it_stays_a_draft(ray, sal, west_end):
    bare = logged(ray, west_end, street_name="Moth", source_reference="")
    with pytest.raises(RuleBroken, match="needs a source document"):
        approve(sal, bare)
    services.add_source_document(by=ray, dealer=bare, reference="26-0800", at=NOON)
    assert approve(sal, bare).is_on_file


def test_unlawful_facts_are_no_predicate(sal, rook):
    with pytest.raises(RuleBroken, match="lawfully acquired"):
        approve(sal, rook, lawful=False)


def test_nobody_approves_twice(sal, sue, rook):
    approve(sal, rook)
    with pytest.raises(RuleBroken, match=r"on file already, approved by Sgt\. Sal Brandt"):
        approve(sue, rook)


def test_an_investigator_does_not_approve(ray, sal, west_end, rook):
    with pytest.raises(PermissionDenied):
        approve(ray, rook)


def test_a_supervisor_of_another_market_does_not_know_the_draft(west_end, rook, task_force):
    stranger = officer("9", "supervisor")
    with pytest.raises(Http404):
        approve(stranger, rook)
    assert AuditEntry.objects.filter(verb="dealers.approve_predicate", badge="9").get().outcome == "absent"


def test_a_returned_draft_comes_back_with_its_document(ray, sal, west_end):
    bare = logged(ray, west_end, street_name="Moth", source_reference="")
    services.return_draft(by=sal, dealer=bare, because="Which report?")
    assert (bare.status, bare.returned_because) == (Dealer.Status.RETURNED, "Which report?")
    services.add_source_document(by=ray, dealer=bare, reference="26-0800", at=NOON)
    assert (bare.status, bare.returned_because) == (Dealer.Status.DRAFT, "")


@pytest.mark.parametrize("status", [Dealer.Status.RETURNED, Dealer.Status.ON_FILE])
def test_only_a_draft_is_returned(sal, sue, rook, status):
    if status == Dealer.Status.ON_FILE:
        approve(sal, rook)
    else:
        services.return_draft(by=sal, dealer=rook, because="Which report?")
    with pytest.raises(RuleBroken, match="only a draft is returned"):
        services.return_draft(by=sue, dealer=rook, because="Again")


def test_one_document_is_named_once(client, ray, rook):
    with pytest.raises(IntegrityError):
        services.add_source_document(by=ray, dealer=rook, reference="26-0741", at=NOON)


@pytest.mark.parametrize("verb", ["approve_predicate", "return_draft", "add_source_document"])
def test_each_act_is_one_line_on_the_trail(ray, sal, rook, verb):
    given = {
        "approve_predicate": {"by": sal, "is_lawfully_acquired": True, "at": NOON},
        "return_draft": {"by": sal, "because": "Which report?"},
        "add_source_document": {"by": ray, "reference": "26-0800", "at": NOON},
    }[verb]
    getattr(services, verb)(dealer=rook, **given)
    [line] = AuditEntry.objects.filter(verb=f"dealers.{verb}")
    assert (line.outcome, line.record) == ("done", f"dealers.dealer:{rook.pk}")
