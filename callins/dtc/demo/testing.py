"""Tests: at intake and now and then besides the draw, as told; drawn every morning for the last three weeks.

The draw is the system's own, so that its part of the demo is another one each time; what is found is not.
"""

from datetime import datetime, time, timedelta
from functools import partial

from django.utils.timezone import get_current_timezone, localdate

from callins.dtc import services
from callins.dtc.demo.people import admitted, ends_on, enrolment_of, tess
from callins.dtc.models import DrugTest
from dmi.accounts.models import User
from dmi.diary import Act

DRAWN_DAYS = 21
PANEL = ["amphetamine", "benzodiazepines", "buprenorphine", "cocaine", "fentanyl", "heroin", "methadone"]
DRAWN_AT, TOLD_AT, GIVEN_AT, FOUND_AT = time(5), time(7, 45), time(10, 50), time(11, 5)
AFTER_ENROLMENT = timedelta(hours=3)
CUP, LABORATORY, NURSE = "Cup", "Laboratory", "N. Abel, Mill Street"
NEGATIVE = (("negative", "", 0),)


def diary(calendar):
    for number, person in enumerate(admitted()):
        for why, day, said in told_of(person, number, calendar):
            wait = AFTER_ENROLMENT if why == "intake" else timedelta(0)
            yield from given(person, why, day, said, wait + timedelta(minutes=3 * number))
    for days in range(DRAWN_DAYS, 0, -1):
        yield from drawn(calendar.day(f"day -{days}"), is_last=days == 1)


def moment(day, clock):
    return datetime.combine(day, clock, get_current_timezone())


# As told


def told_of(person, number, calendar):
    """(why, day, what is found): at intake, now and then until the draws begin, and what the story needs."""
    began = calendar.day(person["enrolled"])
    yield "intake", began, usual(person)
    until = min(ends_on(person, calendar) or calendar.today, calendar.day(f"day -{DRAWN_DAYS}"))
    for week in range(1, (until - began).days // 7, person["tested_every"]):
        day = began + timedelta(weeks=week, days=2 * (week + number) % 7)
        if not is_paused(person, day, calendar):
            yield "cause", day, usual(person)
    for finding in person.get("findings", ()):
        yield "cause", calendar.day(finding["on"]), finding["said"]


def is_paused(person, day, calendar):
    return any(calendar.day(pause["began"]) <= day < calendar.day(pause["ended"]) for pause in person.get("pauses", ()))


def usual(person):
    """Negative, or what is prescribed: the laboratory confirms it, the prescription explains it."""
    shows = person.get("shows")
    return (("presumptive", shows, 0), ("confirmed", shows, 3)) if shows else NEGATIVE


def given(person, why, day, said, wait):
    asked_at, given_at = moment(day, TOLD_AT) + wait, moment(day, GIVEN_AT) + wait
    yield Act(asked_at, partial(order, person, why, asked_at))
    yield Act(given_at, partial(collect_of, person, day, given_at))
    for finding, substance, days in said:
        at = moment(day + timedelta(days=days), FOUND_AT) + wait
        yield Act(at, partial(find_of, person, day, finding, substance, at))


def order(person, why, at):
    services.order_test(by=tess(), enrolment=enrolment_of(person), why=why, specimen="urine", at=at)


def test_of(person, day):
    return DrugTest.objects.of(enrolment_of(person)).get(ordered_on=day, draw=None)


def collect_of(person, day, at):
    collect(test_of(person, day), at)


def find_of(person, day, finding, substance, at):
    find(test_of(person, day), finding, substance, at)


def collect(test, at):
    services.record_collection(by=tess(), test=test, collected_at=at, panel=PANEL, observed_by=NURSE, at=at)


def find(test, finding, substance, at):
    is_quick = finding in {"negative", "presumptive"}
    source = CUP if is_quick else f"{LABORATORY} {test.ordered_on:%y%j}-{str(test.pk)[:3]}"
    services.record_result(
        by=tess(), test=test, finding=finding, substance=substance, found_on=localdate(at), source=source, at=at
    )  # fmt: skip


# As drawn


def drawn(day, is_last):
    """The laboratory's word on a prescribed medicine comes the same day; of yesterday some results are still out."""
    yield Act(moment(day, DRAWN_AT), partial(draw, day))
    yield Act(moment(day, TOLD_AT), partial(tell, day))
    yield Act(moment(day, GIVEN_AT), partial(collect_all, day))
    yield Act(moment(day, FOUND_AT), partial(find_all, day, is_last))


def draw(day):
    services.draw_tests(by=User.objects.clock(), on=day, at=moment(day, DRAWN_AT))


def roll_of(day):
    return DrugTest.objects.of_day(day).exclude(draw=None).with_people()


def tell(day):
    for test in roll_of(day):
        services.notify_test(by=tess(), test=test, at=moment(day, TOLD_AT))


def collect_all(day):
    for test in roll_of(day):
        collect(test, moment(day, GIVEN_AT))


def find_all(day, is_last):
    people = {(person["last"], person["first"]): person for person in admitted()}
    for test in roll_of(day):
        participant = test.enrolment.participant
        person = people[participant.last_name, participant.first_name]
        if not (is_last and "docket" not in person):
            for finding, substance, _ in usual(person):
                find(test, finding, substance, moment(day, FOUND_AT))
