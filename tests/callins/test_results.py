"""callins.view_results, export_results: counted from the evening on, beside what two towns published."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from callins import published, readiness
from callins.models import Offer, Rearrest, ServiceRequest, Word
from callins.results import results_of, rows_of, survival
from dmi.audit.models import AuditEntry
from tests.callins.made import IN_A_WEEK, held, invited
from tests.conftest import NOON

EVENING = date(2026, 3, 10)


@pytest.fixture
def afterwards(cora, ray, farrow, whitlow, call_in):
    """One came, took the offer, got work after six days and was arrested for a broken tail light; one stayed away
    and sold again.
    """
    came, away = invited(call_in, farrow, outcome="attended"), invited(call_in, whitlow, outcome="no_show")
    said = {"by": cora, "at": NOON}
    Offer.objects.create(invitation=came, state="completed", answered_at=NOON, **said)
    for asked, days in (("work", 6), ("housing", None)):
        delivered_on = EVENING + timedelta(days=days) if days else None
        ServiceRequest.objects.create(
            invitation=came, service=asked, asked_on=EVENING, delivered_on=delivered_on, **said
        )
    for invitation, days, is_dealing in ((came, 40, False), (away, 12, True), (away, 50, False)):
        Rearrest.objects.create(
            invitation=invitation, arrested_on=EVENING + timedelta(days=days), offence="Arrest", is_dealing=is_dealing,
            source="26-1", **said,
        )  # fmt: skip
    for invitation, days, is_kept in ((came, 0, False), (came, 9, True), (away, 9, True), (away, 12, False)):
        found_on = EVENING + timedelta(days=days)
        Word.objects.create(invitation=invitation, is_kept=is_kept, found_on=found_on, basis="Seen", **said)
    return held(call_in)


def test_what_came_of_it_is_counted_from_the_evening(afterwards):
    found = results_of(afterwards, EVENING + timedelta(days=100))
    assert (found.invited, found.attended, found.accepted) == (2, 1, 1)
    assert (found.kept, found.broken, found.unheard) == (1, 1, 0)  # the last word on each counts, either way
    assert [(row.label, row.asked, row.delivered, row.median_days) for row in found.help] == [
        ("Housing", 1, 0, None), ("Work and training", 1, 1, 6),
    ]  # fmt: skip
    assert (found.offered, found.days_to_first) == (1, 6)
    came, away = found.groups
    assert [(each.days, each.has_come, each.arrested, each.for_dealing) for each in came.horizons] == [
        (30, True, 0, 0), (90, True, 1, 0), (180, False, 1, 0), (365, False, 1, 0),
    ]  # fmt: skip
    assert (away.horizons[0].arrested, away.horizons[0].for_dealing) == (1, 1)
    assert [(step.day, step.watched, step.free) for step in away.steps] == [(12, 1, 0.0)]


def test_its_table_leaves_out_what_has_not_come_and_names_nobody(afterwards):
    rows = list(rows_of(results_of(afterwards, EVENING + timedelta(days=100))))
    assert {row[2] for row in rows if row[0] == "Re-arrested"} == {30, 90}
    assert not any("Farrow" in str(cell) or "Whitlow" in str(cell) for row in rows for cell in row)


def test_the_page_and_its_files_are_for_who_sees_the_call_in(client, cora, otis, afterwards):
    page, export = (reverse(f"callins:{name}", args=[afterwards.pk]) for name in ("view_results", "export_results"))
    client.force_login(cora)
    shown = client.get(page).content.decode()
    assert published.PROVES_NOTHING in shown
    assert "16 active, front-line dealers" in shown
    assert "of 1 made" in shown
    assert "Farrow" not in shown
    assert b"Re-arrested" in client.get(export).getvalue()
    assert client.get(f"{export}?file=xlsx").getvalue()[:2] == b"PK"
    assert AuditEntry.objects.filter(verb="callins.export_results", outcome="read").count() == 2
    client.force_login(otis)
    assert [client.get(address).status_code for address in (page, export)] == [404, 404]


def test_before_it_is_held_nothing_has_come_of_it(client, cora, call_in):
    client.force_login(cora)
    assert (
        "Nothing has come of it yet" in client.get(reverse("callins:view_results", args=[call_in.pk])).content.decode()
    )
    assert client.get(reverse("callins:export_results", args=[call_in.pk])).status_code == 404
    assert localdate(IN_A_WEEK) == EVENING


# Pure


@pytest.mark.parametrize(("firsts", "watched_days", "steps"), [
    ([None, None], 90, []),
    ([10, None, None, None], 90, [(10, 4, 0.75)]),
    ([10, 10, 40, None], 90, [(10, 4, 0.5), (40, 2, 0.25)]),
    ([10, 120], 90, [(10, 2, 0.5)]),  # what comes after today does not count yet
    ([0], 90, [(0, 1, 0.0)]),
])  # fmt: skip
def test_who_is_free_of_an_arrest_is_counted_step_by_step(firsts, watched_days, steps):
    found = survival.steps(firsts, watched_days)
    assert [(step.day, step.watched, step.free) for step in found] == steps
    assert survival.drawn(found, watched_days).startswith("0.0,0.0 ")


def plan(**said):
    facts = {
        "is_plea": False, "prongs": set(readiness.PRONGS), "places": {"work": 3}, "safety_plan": "Door",
        "invited": [met()], "treatment": None,
    }  # fmt: skip
    return readiness.Plan(**facts | said)


def met(name="Farrow", **said):
    facts = {"has_case": True, "is_influential_contacted": True, "is_letter_delivered": True}
    return readiness.Invited(name=name, has_follow_up_owner=True, **facts | said)


def lacking(**said):
    return [point.lacking for point in readiness.points(plan(**said)) if point.lacking]


@pytest.mark.parametrize(("said", "sentence"), [
    ({}, []),
    ({"prongs": {"enforcement", "services"}}, ["Name who speaks for the community."]),
    ({"places": {}}, ["Reserve places: who says stop also says where help is."]),
    ({"places": {"work": 1}, "invited": [met(), met("Whitlow")]}, ["1 place for 2 people; reserve more."]),
    ({"is_plea": True}, ["Treatment court is the offer: 0 of 1 have a place in treatment; reserve more."]),
    ({"safety_plan": " "}, ["Write who stands where, and who leaves how."]),
    ({"invited": [met(is_charged=True)]}, ["Of Farrow counsel has not agreed, and no waiver is on file."]),
    ({"invited": [met(is_charged=True, counsel_is_settled=True)]}, []),
    ({"invited": [met(is_in_custody=True)]},
     ["Held by the record: Farrow; take the invitation back, or record the release."]),
    ({"treatment": "No place is free."}, ["No place is free."]),
    ({"invited": []}, ["Nobody is invited yet."] * 4),
])  # fmt: skip
def test_each_line_of_the_checklist_says_what_is_lacking(said, sentence):
    assert lacking(**said) == sentence


def test_influentials_letters_and_custody_are_no_musts():
    wanting = met(is_in_custody=True, is_influential_contacted=False, is_letter_delivered=False)
    assert readiness.open_musts(readiness.points(plan(invited=[wanting]))) == []
