"""A participant's overview: figures, weeks with the liaison's visits, who stands by, and what waits for the team."""

from django.urls import reverse

from callins.dtc import chart, courses, services
from callins.dtc.inward import CheckInSeen
from callins.dtc.models import Enrolment
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry as CommonEntry
from tests.callins.visited import scheduled, visited
from tests.conftest import NOON, officer
from tests.dtc.enrolled import attended, consented, day, enrolled, given, noon, paused, prescribed, sanctioned


def status(enrolment, number):
    return courses.status_of(courses.with_events(Enrolment.objects).get(pk=enrolment.pk), day(number))


def visits(*numbers, is_met=True):
    return [CheckInSeen(day(number), is_met, "Doing well", "Ofc. Moreno") for number in numbers]


def test_a_week_shows_its_visits_beside_meeting_and_tests(tess, bexley):
    attended(bexley, tess, 1, 8)
    given(bexley, tess, 2, ("negative", ""))
    paused(bexley, tess, 14, 21, kind="hospital")
    seen = [*visits(0, 2, 2, 4), *visits(8), *visits(9, is_met=False), *visits(22)]
    strip = chart.strip(status(bexley, 23).weeks, seen, asked=3)
    assert [(cell.check_ins.sign, cell.check_ins.kind) for cell in strip] == [
        ("3", "kept"), ("1", "mind"), ("", "paused"), ("1", ""),
    ]  # fmt: skip
    assert strip[1].check_ins.words == "1 of 3 check-ins"
    assert strip[3].check_ins.words == "1 of 3 so far"
    assert {cell.check_ins.words for cell in chart.strip(status(bexley, 9).weeks)} == {"none scheduled"}


def test_the_tally_is_of_the_attempt_that_runs(tess, bexley):
    given(bexley, tess, 0, ("negative", ""))
    given(bexley, tess, 10, ("confirmed", "fentanyl"))
    assert chart.tally(status(bexley, 10)) == chart.Tally(0, 0, 0)
    prescribed(bexley, tess, 11)
    given(bexley, tess, 12, ("confirmed", "buprenorphine"))
    given(bexley, tess, 13)
    given(bexley, tess, 14, ("dilute", ""))
    assert chart.tally(status(bexley, 14)) == chart.Tally(passed=1, counted=2, awaited=1)


def test_the_page_of_a_course(client, tess, ray, clock, within, django_assert_max_num_queries):
    bexley = enrolled(tess, offence="felony_sale", approved_by="Judge Marlowe", exception_reason="First sale")
    attended(bexley, tess, 1, 8)
    given(bexley, tess, 2, ("presumptive", "fentanyl"))
    given(bexley, tess, 3, ("confirmed", "heroin"))
    sanctioned(bexley, tess, 4)
    client.force_login(tess)
    address = bexley.get_absolute_url()
    with django_assert_max_num_queries(45) as few:
        page = client.get(address).content.decode()
    asked = len(few.captured_queries)
    for words in (
        "an exception approved by Judge Marlowe: First sale", "since the relapse", "Earliest graduation",
        "none scheduled", "Ready for phase two?", "The team’s decision", "heroin, no prescription", "Late for a",
        "Court and prosecutor", "Nobody is named yet", "Positive, not confirmed", "Needs and plan",
    ):  # fmt: skip
        assert words in page, words
    with treatment():
        for number in range(5, 20):
            given(bexley, tess, number, ("negative", ""))
        attended(bexley, tess, 15)
    with django_assert_max_num_queries(asked):
        page = client.get(address).content.decode()
    assert "All 17 tests" in page
    client.force_login(ray)
    assert client.get(address).status_code == 404


def test_after_the_program_was_left_its_pages_offer_nothing_that_would_be_refused(client, tess, within):
    bexley = enrolled(tess)
    pause, sanction, medicine = paused(bexley, tess, 2, 4), sanctioned(bexley, tess, 6), prescribed(bexley, tess, 7)
    ways = [
        reverse("callins:dtc:correct_pause", args=[pause.pk]),
        reverse("callins:dtc:close_sanction", args=[sanction.pk]),
        reverse("callins:dtc:end_prescription", args=[medicine.pk]),
    ]
    client.force_login(tess)

    def offered():
        pages = (bexley.get_absolute_url(), reverse("callins:dtc:view_tests", args=[bexley.participant_id]))
        said = "".join(client.get(address).content.decode() for address in pages)
        return [way in said for way in ways]

    assert offered() == [True, True, True]
    with treatment():
        services.withdraw_participant(by=tess, enrolment=bexley, decided_on=day(8), why="Moves away", at=noon(8))
    assert offered() == [False, False, False]


def test_a_file_without_an_admission_says_what_comes_next(client, tess, within):
    from_the_court = services.open_file(
        by=tess, last_name="Calder", first_name="Ida", date_of_birth=day(-9000), at=noon(0)
    )
    consented(from_the_court, tess)
    client.force_login(tess)
    page = client.get(from_the_court.get_absolute_url()).content.decode()
    assert "Not enrolled" in page
    assert "Court and prosecutor" in page


def test_the_liaison_stands_by_and_nothing_of_it_goes_back(client, tess, sal, farrow, task_force):
    liv = officer("v1", Role.LIAISON, full_name="Liv Tanner", rank="Ofc.", phone="802-555-0133")
    visited(liv, scheduled(sal, farrow, liv, times_a_week=2), at=NOON, wellbeing="unsure")
    with treatment():
        bexley = enrolled(tess)
        bexley.participant.dealer_id = farrow.pk
        bexley.participant.save()
    client.force_login(tess)
    before = CommonEntry.objects.count()
    page = client.get(bexley.get_absolute_url()).content.decode()
    for words in ("Ofc. Liv Tanner", "2 visits a week", "not sure", "1 of 2 check-ins"):
        assert words in page, words
    assert CommonEntry.objects.count() == before
