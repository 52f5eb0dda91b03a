"""How the court does, from the rows as the courses judge them: whole inside, without small cells outside."""

import csv
import io
from datetime import date
from http import HTTPStatus
from uuid import uuid4

from django.urls import reverse

from callins.dtc import inward, services, stays
from callins.dtc.models import AuditEntry, Enrolment, Participant, Referral, ServiceDelivered
from callins.dtc.program.attempts import Ending
from callins.dtc.program.measures import Share
from dmi.accounts.compartment import treatment
from tests.dtc.enrolled import day, enrolled, given, noon


def address(name):
    return reverse(f"callins:dtc:{name}")


def left(enrolment, by, number):
    services.terminate_participant(by=by, enrolment=enrolment, decided_on=day(number), why="Absconded", at=noon(number))


def served(enrolment, by, first_seen, *units):
    kept = {"by": by, "at": noon(first_seen)}
    referral = Referral.objects.create(
        enrolment=enrolment, provider="Turning Point", service="Counselling", referred_on=day(1),
        first_seen_on=day(first_seen), **kept,
    )  # fmt: skip
    for number, each in enumerate(units):
        ServiceDelivered.objects.create(
            referral=referral, delivered_on=day(first_seen + number), units=each, unit="hours", **kept
        )


def test_a_stay_is_counted_from_the_rows(tess, bexley, monkeypatch, django_assert_num_queries):
    dealer = uuid4()
    Participant.objects.update(dealer=dealer)
    found = {dealer: [day(0), day(20), day(50), day(70), day(300)]}
    monkeypatch.setattr(inward, "arrests_of", lambda ids: {each: found[each] for each in ids})
    given(bexley, tess, 2, ("negative", ""))
    given(bexley, tess, 3, ("negative", "heroin"), ("negative", "fentanyl"))
    given(bexley, tess, 5, ("presumptive", "heroin"), ("confirmed", "heroin"))
    given(bexley, tess, 6, ("presumptive", "heroin"))  # no last word yet
    given(bexley, tess, 7)  # nothing found out yet
    for kind, behaved, gave in (("incentive", 8, 8), ("sanction", 8, 11), ("sanction", 9, 14)):
        services.log_response(
            by=tess, enrolment=bexley, kind=kind, behaviour="x", behaved_on=day(behaved), response="x",
            given_on=day(gave), at=noon(gave),
        )  # fmt: skip
    served(bexley, tess, 12, 2, 3)
    left(bexley, tess, 40)
    again = services.enrol_participant(
        by=tess, participant=bexley.participant, offence="possession", docket="26-CR-0230", enrolled_on=day(60),
        at=noon(60),
    )  # fmt: skip
    given(again, tess, 61, ("negative", ""))
    served(again, tess, 62, 1)
    enrolled(tess, last_name="Calder", enrolled_on=day(100), at=noon(100))
    with django_assert_num_queries(6):
        first, second = stays.stays_of(Enrolment.objects.all())
    assert (first.admitted_on, first.left_on, first.away) == (day(0), None, ((day(40), day(60)),))
    assert (first.failed(), first.judged(), first.negatives) == (1, 4, 3)
    assert first.arrests == 5 - 1  # between the two admissions she was not in the program
    assert (first.services, first.first_service_on) == (6, day(12))
    assert (first.incentives, sorted(first.sanctions)) == ((0,), [3, 5])
    assert (second.cohort, second.arrests) == ("2026 Q2", None)
    left(again, tess, 80)
    [first, _] = stays.stays_of(Enrolment.objects.all())
    assert (first.left_on, first.left_as) == (day(80), Ending.TERMINATED)
    told = stays.measures_on(day(200), Enrolment.objects.all())
    assert [dict(each.retention)[90] for each in told.cohorts] == [Share(0, 1), Share(1, 1)]
    assert [point.day for point in told.points] == [80]
    assert stays.measures_on(day(200), Enrolment.objects.all(), "2026 Q2").points == []


def test_inside_everything_is_shown_and_marked_outside_small_cells_are_missing(client, tess, ray, clem):
    client.force_login(tess)
    assert "Nobody was admitted yet" in client.get(address("view_measures")).content.decode()
    with treatment():
        for number in range(6):
            one = enrolled(tess, last_name=f"Calder{number}")
        left(one, tess, 40)
    page = client.get(address("view_measures"), {"cohort": "2026 Q1"}).content.decode()
    assert "5 of 6<span aria-hidden" in page  # after 90 days
    assert "longest run of days" in page.lower()
    assert "<polyline" in page
    assert "How long people stay: admitted in 2026 Q1" in page
    answer = client.get(address("export_measures"))
    assert "attachment" in answer["Content-Disposition"]
    file = answer.getvalue()
    header, first, together = csv.reader(io.StringIO(file.decode("utf-8-sig")))
    told = dict(zip(header, first, strict=True))
    assert (told["Admitted in"], told["People"]) == ("2026 Q1", "6")
    assert told["In the program after 30 days"] == "6"
    assert told["In the program after 90 days"] == told["Graduated, of those who left"] == "suppressed"
    assert together[0] == "Together"
    facts = client.get(reverse("api:callins:dtc:view_measures")).json()
    assert [cell["leaves"] for cell in facts["rows"][0]["cells"]][:2] == [True, False]
    assert client.get(reverse("api:callins:dtc:export_measures")).getvalue() == file
    with treatment():
        read = AuditEntry.objects.filter(badge=tess.badge, outcome="read")
        assert read.filter(verb="dtc.view_measures").count() == 3
        assert read.filter(verb="dtc.export_measures").count() == 2
    for stranger in (ray, clem):
        client.force_login(stranger)
        for name in ("view_measures", "export_measures"):
            assert client.get(address(name)).status_code == HTTPStatus.NOT_FOUND


def test_whatever_the_day_of_the_first_service_it_is_not_before_the_admission(tess, bexley):
    served(bexley, tess, 12)
    Referral.objects.update(referred_on=date(2025, 12, 1), first_seen_on=date(2025, 12, 2))
    [stay] = stays.stays_of(Enrolment.objects.all())
    assert stay.days_to_service == 0
