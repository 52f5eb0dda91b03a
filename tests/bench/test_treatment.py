"""Treatment court with a year of events: the morning's roll for 5,000 participants, one's page, the team's desk."""

import time
from functools import partial
from statistics import median

import pgtrigger
import pytest
from django.urls import reverse

from callins.dtc import services
from callins.dtc.models import Attempt, Attendance, DrugTest, Enrolment, Meeting, Participant, Result
from dmi.accounts.compartment import treatment
from tests.dtc.enrolled import NEW_YEAR, day, noon

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]
PEOPLE = 5000
YEAR = 364
AT_A_TIME = 5000
MORNING_SECONDS, PAGE_SECONDS = 10, 0.1
TIMES = 15
LISTS = ("view_desk", "view_roll")


@pytest.fixture
def year(tess):
    """Each with a meeting every week and a test every fourth day, all negative."""
    write = partial(dict, by=tess, at=noon(0))
    with treatment(), pgtrigger.ignore():  # the history of a million rows takes an hour to write and is not asked for
        people = kept(Participant(**write(last_name=f"Person{n}", born_on=NEW_YEAR)) for n in range(PEOPLE))
        enrolments = kept(
            Enrolment(**write(participant=each, offence="possession", enrolled_on=NEW_YEAR)) for each in people
        )
        days = {
            "started_on": NEW_YEAR,
            "counts_from": NEW_YEAR,
            "phase_complete_on": day(30),
            "looked_at_on": day(YEAR),
        }
        kept(Attempt(enrolment=each, number=1, **days) for each in enrolments)
        meetings = kept(Meeting(**write(starts_at=noon(n), place="Grange Hall")) for n in range(0, YEAR, 7))
        kept(
            Attendance(**write(meeting=met, enrolment=each, how="attended")) for met in meetings for each in enrolments
        )
        tests = kept(
            DrugTest(**write(enrolment=each, why="cause", ordered_on=day(n), collected_at=noon(n)))
            for each in enrolments
            for n in range(1, YEAR, 4)
        )
        kept(Result(**write(test=test, finding="negative", found_on=test.ordered_on, source="Cup")) for test in tests)
    return people


def kept(rows):
    rows = list(rows)
    return type(rows[0]).objects.bulk_create(rows, batch_size=AT_A_TIME)


def test_the_morning_roll_and_a_page(year, clock, tess, client):
    began = time.perf_counter()
    with treatment():
        draw = services.draw_tests(by=clock, on=day(YEAR), at=noon(YEAR))
    morning = time.perf_counter() - began
    client.force_login(tess)
    page, tests, history = (
        median(seconds(client, reverse(f"callins:dtc:{name}", args=[year[0].pk])) for _ in range(TIMES))
        for name in ("view_participant", "view_tests", "view_history")
    )
    desk, roll = (median(seconds(client, reverse(f"callins:dtc:{name}")) for _ in range(3)) for name in LISTS)
    print(  # noqa: T201
        f"roll of {draw.chances}: {morning:.1f} s; a participant's page: {1000 * page:.0f} ms,"
        f" tests {1000 * tests:.0f} ms, history {1000 * history:.0f} ms; the desk {desk:.1f} s, the roll {roll:.1f} s"
    )
    assert draw.chances == PEOPLE
    assert morning < MORNING_SECONDS
    assert page < PAGE_SECONDS


def seconds(client, address):
    began = time.perf_counter()
    assert client.get(address).status_code == 200
    return time.perf_counter() - began
