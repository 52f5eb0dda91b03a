"""The desk: what waits for the team, counted and linked; the clerk has the sessions."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from callins.dtc import services
from callins.dtc.attention import desk
from callins.dtc.models import AuditEntry
from callins.dtc.program.configuration import PHASES
from dmi.accounts.compartment import treatment
from tests.dtc.enrolled import attended, consented, day, enrolled, given, in_session, noon, sanctioned

HERE = reverse("callins:dtc:view_desk")


def waits(officer, at):
    """{matter: {name: words}}, of those where somebody waits."""
    found = {matter.code: {line.name: line.words for line in matter.lines} for matter in desk.matters(officer, at, ())}
    return {code: lines for code, lines in found.items() if lines}


def test_everything_that_waits_for_the_team(tess, bexley):
    assert waits(tess, noon(1)) == {}
    attended(bexley, tess, *range(0, 30, 7))
    for task in PHASES[0].tasks:
        services.complete_task(by=tess, enrolment=bexley, task=task.code, done_on=day(30), at=noon(30))
    assert waits(tess, noon(31)) == {"eligible": {"Shawna Bexley": "Phase two, since 31 Jan 2026"}}
    sanctioned(bexley, tess, 31)
    assert waits(tess, noon(31)) == {"sanctions": {"Shawna Bexley": "An essay, since 1 Feb 2026"}}
    calder = enrolled(tess, last_name="Calder")
    services.log_self_report(by=tess, enrolment=calder, used_on=day(32), at=noon(32))
    facts = {"rule": "2.31", "scope": "contact", "recipients": "Liaison", "expires_on": day(60), "revocable_from": ""}
    consented(calder.participant, tess, **facts)
    found = waits(tess, noon(33))
    assert found["relapses"] == {"Shawna Calder": "Attempt 1"}
    assert found["consents"] == {"Shawna Calder": "Liaison, to 2 Mar 2026"}
    assert "consents" not in waits(tess, noon(20))  # more than thirty days ahead


def test_the_desk_of_the_team_and_that_of_the_clerk(client, tess, clem, ray, within, django_assert_max_num_queries):
    bexley = enrolled(tess)
    services.order_test(by=tess, enrolment=bexley, why="cause", specimen="urine", at=timezone.now())
    given(bexley, tess, 3)
    in_session(tess, timezone.now() + timedelta(days=2))
    client.force_login(tess)
    with django_assert_max_num_queries(60) as few:
        page = client.get(HERE).content.decode()
    asked = len(few.captured_queries)
    assert "1 in the program" in page
    assert "Judge Marlowe" in page
    with treatment():
        for number in range(5):
            given(enrolled(tess, last_name=f"Calder{number}"), tess, 3)
    with django_assert_max_num_queries(asked):
        page = client.get(HERE).content.decode()
    assert "6 in the program" in page
    told = client.get(reverse("api:callins:dtc:view_desk")).json()
    assert (told["in_program"], told["tests"]["due"], told["tests"]["awaited_in_all"]) == (6, 1, 6)

    client.force_login(clem)
    page = client.get(HERE).content.decode()
    assert "Judge Marlowe" in page
    assert "Bexley" not in page
    assert "in the program" not in page
    assert client.get(reverse("api:callins:dtc:view_desk")).json()["matters"] == []
    client.force_login(ray)
    assert client.get(HERE).status_code == 404
    with treatment():
        assert AuditEntry.objects.filter(verb="dtc.view_desk", outcome="read").count() == 5
