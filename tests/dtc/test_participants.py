"""The list of participants: narrowed, sorted, by the rows as they are kept; and the clock that keeps them."""

import pytest
from django.urls import reverse

from callins.dtc import courses, services
from callins.dtc.listed import listed
from callins.dtc.models import AuditEntry, Enrolment
from dmi.accounts.compartment import treatment
from tests.dtc.enrolled import attended, day, enrolled, given, noon, planned, sanctioned


def page(client, **asked):
    return client.get(reverse("callins:dtc:view_participants"), asked)


def names(answer):
    return [row.enrolment.participant.last_name for row in answer.context["rows"]]


@pytest.fixture
def five(tess):
    """One who is well, one who relapsed, one in custody, one who left and one who left and came back."""
    with treatment():
        bexley = enrolled(tess)
        calder = enrolled(tess, last_name="Calder")
        given(calder, tess, 10, ("confirmed", "fentanyl"))
        dorn = enrolled(tess, last_name="Dorn")
        services.begin_pause(by=tess, enrolment=dorn, kind="custody", began_on=day(3), at=noon(3))
        sanctioned(dorn, tess, 4)
        for name in ("Ellery", "Fenn"):
            left = enrolled(tess, last_name=name)
            services.withdraw_participant(by=tess, enrolment=left, decided_on=day(5), why="Moved away", at=noon(5))
        enrolled(tess, last_name="Fenn", enrolled_on=day(6), at=noon(6))
    return bexley


def test_the_list_is_narrowed_by_name_standing_and_phase(client, tess, five):
    client.force_login(tess)
    assert names(page(client)) == ["Bexley", "Calder", "Dorn", "Fenn", "Ellery"]
    assert names(page(client, q="shawna cal")) == ["Calder"]
    assert names(page(client, standing="in_program")) == ["Bexley", "Calder", "Dorn", "Fenn"]
    assert names(page(client, standing="paused")) == ["Dorn"]
    assert names(page(client, standing="left")) == ["Ellery"]
    assert names(page(client, standing="graduated")) == []
    assert names(page(client, phase="1", order="-name")) == ["Fenn", "Dorn", "Calder", "Bexley"]
    assert names(page(client, phase="2", order="phase")) == []
    assert "Nobody fits" in page(client, phase="2").text
    assert len(names(page(client, phase="nine", order="rubbish"))) == 5
    told = client.get(reverse("api:callins:dtc:view_participants"), {"standing": "paused"}).json()["results"]
    assert [(row["participant"]["last_name"], row["standing"], row["day"]) for row in told] == [("Dorn", "paused", 3)]
    assert client.get(reverse("api:callins:dtc:view_participants"), {"phase": "nine"}).status_code == 400


def test_nobody_is_listed_before_somebody_is_enrolled(client, tess):
    client.force_login(tess)
    assert "Nobody is enrolled yet" in page(client).text


def test_a_row_says_what_the_course_says(tess, five):
    """Kept rows and events tell the same of every day."""
    with treatment():
        planned(tess, 40)
        for number in (8, 12, 39):
            rows = listed(Enrolment.objects.latest().open_first(), tess, noon(number))
            assert len(rows) == 5
            for row in rows:
                status = courses.status_of(courses.with_events(Enrolment.objects).get(pk=row.enrolment.pk), day(number))
                said = (row.standing, row.day, row.earliest_graduation, row.attempt.phase)
                if number >= 10 or row.enrolment.participant.last_name != "Calder":  # whose relapse came on day 10
                    assert said == (status.standing, status.day, status.earliest_graduation, status.phase), row
        meetings = {row.enrolment.participant.last_name: bool(row.next_meeting) for row in rows}
        assert meetings == {"Bexley": True, "Calder": True, "Dorn": False, "Fenn": True, "Ellery": False}
        tested = [row for row in rows if row.last_test]
        assert [(row.enrolment.participant.last_name, row.last_test.words) for row in tested] == [
            ("Calder", "Confirmed positive")
        ]
        assert [row.sanctions for row in rows] == [0, 0, 1, 0, 0]


def test_time_alone_makes_somebody_eligible_and_the_clock_sees_it_once_a_day(client, tess, clock, five):
    with treatment():
        attended(five, tess, 2, 9, 16, 23, 29)
        for task in ("needs_assessment", "orientation", "safe_place"):
            services.complete_task(by=tess, enrolment=five, task=task, done_on=day(20), at=noon(29))
        assert not Enrolment.objects.eligible().exists()
        assert not Enrolment.objects.to_look_at(day(29)).exists()
        assert services.settle_courses(by=clock, on=day(31)) == 1  # those whose thirty days are over
        assert Enrolment.objects.eligible().get() == five
        assert not Enrolment.objects.to_look_at(day(31)).exists()
        services.settle_courses(by=clock, on=day(50))  # weeks without a meeting
        assert not Enrolment.objects.eligible().exists()
        assert AuditEntry.objects.filter(verb="dtc.settle_courses", outcome="done").count() == 2


def test_many_are_listed_with_as_many_questions_as_few(client, tess, five, django_assert_max_num_queries):
    client.force_login(tess)
    page(client)
    with django_assert_max_num_queries(30) as few:
        page(client)
    with treatment():
        for number in range(8):
            other = enrolled(tess, last_name=f"Reyes{number}")
            given(other, tess, 4, ("negative", ""))
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(names(page(client))) == 13
