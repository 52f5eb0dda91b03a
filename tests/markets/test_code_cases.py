"""markets.open_code_case, record_notice, record_inspection, order_vacate, close_code_case; and what a partner sees."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from dmi.accounts.roles import MAY, Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services
from markets.models import Area, CodeCase, HotPlace, Incident, Inspection, Market, Promise
from tests.api.conftest import with_token
from tests.conftest import NOON, TODAY, officer
from tests.conventions.site import doors
from tests.markets.upkeep import COMPLY_BY, case_of, drawn, inspected, noticed, place_of, promise_of

SECRETS = ("Farrow", "West End", "Sal Brandt", "Ray Dunmore", "Pomfret", "Bascom", "43.605")


@pytest.fixture
def ivy(task_force):
    return officer("i1", Role.PARTNER, full_name="Ivy Sorrell")


@pytest.fixture
def court(ray, west_end):
    return place_of(west_end, ray, owner_name="L. Bascom")


@pytest.fixture
def case(court, ray, ivy):
    return case_of(court, ray)


def closed(case, by, outcome="dropped", on=TODAY):
    return services.close_code_case(by=by, code_case=case, outcome=outcome, closed_on=on, at=NOON)


def vacated(case, by, on=TODAY):
    return services.order_vacate(by=by, code_case=case, ordered_on=on, at=NOON)


def test_a_case_goes_from_notice_to_its_end(ivy, case):
    assert case.next_step() == ("Serve the notice", TODAY)
    noticed(case, ivy)
    assert case.next_step() == ("Inspect", COMPLY_BY)
    inspected(case, ivy, next_on=TODAY + timedelta(days=7))
    case = CodeCase.objects.get()
    assert case.next_step() == ("Inspect again", TODAY + timedelta(days=7))
    vacated(case, ivy)
    assert case.next_step() == ("Close the case when the place is empty", TODAY)
    closed(case, ivy, "vacated")
    assert case.next_step() is None
    for verb in ("record_notice", "record_inspection", "order_vacate", "close_code_case"):
        assert AuditEntry.objects.filter(verb=f"markets.{verb}", outcome="done", badge="i1").count() == 1


def test_complied_needs_the_inspection_that_says_so(ivy, case):
    with pytest.raises(RuleBroken, match="does not say that it complies"):
        closed(case, ivy, "complied")
    noticed(case, ivy)
    inspected(case, ivy)
    with pytest.raises(RuleBroken, match="does not say that it complies"):
        closed(CodeCase.objects.get(), ivy, "complied")
    inspected(case, ivy, is_complied=True, at=NOON + timedelta(hours=1))
    assert CodeCase.objects.get().next_step()[0] == "Close the case: complied"
    assert closed(CodeCase.objects.get(), ivy, "complied").closed_on == TODAY


def test_what_comes_too_early_or_too_late_is_refused(ivy, ray, case, court):
    with pytest.raises(RuleBroken, match="No notice was served yet"):
        vacated(case, ivy)
    with pytest.raises(RuleBroken, match="Nobody ordered this place vacated"):
        closed(case, ivy, "vacated")
    with pytest.raises(ValidationError, match="The case was opened on 3 March 2026"):
        closed(case, ivy, on=date(2026, 3, 1))
    with pytest.raises(ValidationError, match="still to come"):
        closed(case, ivy, on=date(2026, 3, 9))
    with pytest.raises(IntegrityError):
        services.record_notice(by=ivy, code_case=case, notice_served_on=TODAY, comply_by=date(2026, 3, 1), at=NOON)
    with pytest.raises(IntegrityError):
        inspected(case, ivy, next_on=TODAY)
    with pytest.raises(IntegrityError):
        case_of(court, ray)  # of the same number
    noticed(case, ivy)
    vacated(case, ivy)
    with pytest.raises(RuleBroken, match="order to vacate stands since 3 March 2026"):
        vacated(case, ivy)
    closed(case, ivy)
    for act in (noticed, inspected, vacated, closed):
        with pytest.raises(RuleBroken, match="was closed on 3 March 2026: dropped"):
            act(case, ivy)


def test_only_a_partner_who_signs_in_is_an_inspector(ray, court):
    gone = officer("i9", Role.PARTNER, is_active=False)
    for nobody in (ray, gone):
        with pytest.raises(RuleBroken, match="is no partner who signs in here"):
            case_of(court, ray, nobody)


def test_an_investigator_records_nothing_in_the_inspectors_name(ray, otis, case, ferry):
    for act in (noticed, inspected, vacated, closed):
        with pytest.raises(PermissionDenied):
            act(case, ray)
    assert not CodeCase.objects.visible_to(otis).exists()


def test_an_inspector_sees_none_of_anothers_cases(ivy, ray, case, west_end):
    other = officer("i2", Role.PARTNER)
    theirs = case_of(place_of(west_end, ray, "5 Mill Street"), ray, other, "CE-0500")
    assert list(CodeCase.objects.visible_to(ivy)) == [case]
    for act in (noticed, inspected, vacated, closed):
        with pytest.raises(Http404):
            act(theirs, ivy)


def test_an_inspector_reads_the_building_and_nothing_of_people(client, ivy, sal, ray, case, court, west_end):
    """Her desk, her pages and her API, from one end to the other."""
    promise_of(court, ray)
    inspected(case, sal)  # a supervisor's word stands in the case, his name is for colleagues
    inspected(case, ivy)
    client.force_login(ivy)
    pages = [reverse("desk"), reverse("markets:view_code_cases"), case.get_absolute_url()]
    pages += [
        reverse(f"markets:{verb}", args=[case.pk]) for verb in ("record_notice", "record_inspection", "close_code_case")
    ]
    told = {address: client.get(address) for address in pages}
    api = with_token(ivy)
    told |= {path: api.get(path) for path in ("/api/markets/code-cases/", f"/api/markets/code-cases/{case.pk}/")}
    for address, answer in told.items():
        assert answer.status_code == 200, address
        assert "9 Crescent Court" in answer.content.decode(), address
        for secret in SECRETS:
            assert secret not in answer.content.decode(), (address, secret)


def test_every_other_door_stays_shut_for_an_inspector(client, ivy, sal, ray, case, court, west_end):
    promise = promise_of(court, ray)
    drawn(west_end, sal)
    client.force_login(ivy)
    known = {
        "market_id": west_end.pk, "hot_place_id": court.pk, "promise_id": promise.pk, "code_case_id": case.pk,
        "assignment_id": west_end.assignments.first().pk,
    }  # fmt: skip
    tried = 0
    for door in doors():
        if door.verb and door.verb not in MAY[Role.PARTNER] and set(door.wants) <= set(known) and not door.is_api:
            assert client.get(door.address(known)).status_code in (403, 404), door.name
            tried += 1
    assert tried > 30
    for rows in (Market, HotPlace, Promise, Area, Incident):
        assert not rows.objects.visible_to(ivy).exists()
    assert Inspection.objects.visible_to(ivy).count() == 0


def test_her_desk_says_what_is_due(client, ivy, case):
    client.force_login(ivy)
    page = client.get(reverse("desk"))
    assert "Serve the notice" in page.text
    noticed(case, ivy)
    closed(case, ivy)
    assert "9 Crescent Court" not in client.get(reverse("desk")).text
