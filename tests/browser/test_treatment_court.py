"""Two hundred days in drug treatment court by hand: a relapse on the thirteenth, the restart, a week in hospital, the
phases, a test that a prescription explains, graduation on the first day on which it can be.

The clock of the desk goes along; the weeks in which nothing happens but the meeting pass by services.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from callins.dtc import services
from callins.dtc.models import Enrolment, Meeting, Participant, Response, StatusReport
from callins.dtc.program.configuration import PHASES
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from tests.browser.conftest import PHONE
from tests.conftest import officer
from tests.dtc.enrolled import day, given, noon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MEETS = 6  # the first meeting, on a Wednesday; those enrolled on a Thursday have one in every program week
RELAPSE, HOSPITAL, HOME, GRADUATION = 13, 58, 65, 200


@pytest.fixture
def desk_on(window, tess, monkeypatch):
    """A window of tess on that day after New Year, by the clock of the desk."""

    def desk_on(number, **size):
        moment = noon(number)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return window(tess, **size)

    return desk_on


def test_two_hundred_days_with_a_relapse_a_restart_and_a_graduation(desk_on, window, task_force, tess):
    pru = officer("pru", Role.PROSECUTOR, full_name="Pru Castellan")
    page = desk_on(0)
    admit(page)
    with treatment():
        participant = Participant.objects.get()
        enrolment = Enrolment.objects.get()
    lay_out(page, participant)
    record_roomful(desk_on(MEETS, **PHONE))

    fail(desk_on(RELAPSE), participant)
    pass_weeks(tess, 43)
    finish(tess, enrolment, 1, 30)
    advance(desk_on(43), participant, "two")

    stop_the_clock(desk_on(HOSPITAL), participant)
    pass_weeks(tess, HOME)
    start_the_clock(desk_on(HOME), participant)
    explain(desk_on(80), participant, tess, enrolment)
    sanction(desk_on(90, **PHONE), participant)
    pass_weeks(tess, 110)
    finish(tess, enrolment, 2, 100)
    advance(desk_on(110), participant, "three")

    plan_two_more(tess)
    pass_weeks(tess, GRADUATION)
    finish(tess, enrolment, 3, 190)
    graduate(desk_on(GRADUATION - 1), participant, "The earliest graduation is on 20 Jul 2026.")
    page = desk_on(GRADUATION)
    graduate(page, participant, "Graduated.")
    says(page, participant, "Attempt 1 ended on 14 Jan 2026, day 13, with a relapse", "Attempt 2 ended on 20 Jul 2026")
    tell(page, participant, pru)
    page = window(pru)
    page.goto(reverse("callins:dtc:view_status_reports"))
    expect(page.get_by_role("main")).to_contain_text("Graduated")
    assert page.request.get(participant.get_absolute_url()).status == 404


# What every stop has in common


def at(verb, participant):
    return reverse(f"callins:dtc:{verb}", args=[participant.pk])


def enter(page, address, button, answer, **said):
    """The one form of a page, by its labels; `answer` is what the page says afterwards."""
    page.goto(address)
    main = page.get_by_role("main")
    for name, value in said.items():
        field = main.get_by_label(name.replace("_", " "))
        if value is True:
            field.check(force=True)
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    main.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_text(answer).first).to_be_visible()


def says(page, participant, *words):
    page.goto(participant.get_absolute_url())
    for each in words:
        expect(page.get_by_role("main")).to_contain_text(each)


# The first days


def admit(page):
    """The file, the consent that is signed before all else, the admission."""
    person = {"Last_name": "Bexley", "First_name": "Shawna", "Date_of_birth": "1994-05-02"}
    enter(page, reverse("callins:dtc:open_file"), "Open the file", "The file is open.", **person)
    with treatment():
        participant = Participant.objects.get()
    page.goto(at("record_consent", participant))
    page.locator("[name=rule][value='2.35']").check(force=True)
    page.locator("[name=scope][value=status]").check(force=True)
    main = page.get_by_role("main")
    for label, words in {
        "To whom": "Treatment court; Pru Castellan", "What for": "To supervise the plea", "Signed by": "Shawna Bexley",
        "May be revoked from": "Final disposition",
    }.items():  # fmt: skip
        main.get_by_role("textbox", name=label).fill(words)
    main.get_by_label("It names the court").check(force=True)
    main.get_by_label("Pru Castellan").check(force=True)
    page.get_by_role("button", name="Save consent").click()
    expect(page.get_by_text("The consent is on file.")).to_be_visible()
    said = {"Docket_number": "26-CR-0118", "Offence": "possession"}
    enter(page, at("enrol_participant", participant), "Enrol", "Earliest graduation", **said)
    says(
        page, participant, "Attempt 1 began on 1 Jan 2026: phase one, day 0 of 180", "Earliest graduation: 30 Jun 2026"
    )


def lay_out(page, participant):
    """What is needed, the first task of the plan, half a year of meetings."""
    page.goto(at("assess_needs", participant))
    page.locator("[name=needs][value=homelessness]").check(force=True)
    page.locator("[name=needs][value=work]").check(force=True)
    page.get_by_role("button", name="Save the assessment").click()
    expect(page.get_by_text("The needs are on the plan.")).to_be_visible()
    step = {"What_is_to_be_done": "A room at the Trust", "Who_sees_to_it": "Tess Quill", "Due_on": "2026-01-20"}
    enter(page, at("add_plan_step", participant), "Add the step", "The step is on the plan.", **step)
    weekly = {"When": "2026-01-07T10:00", "Where": "Mill Street, group room", "Every_week": "26"}
    enter(page, reverse("callins:dtc:plan_meeting"), "Plan", "It is planned", **weekly)


def record_roomful(page):
    """On a phone, one tap for each."""
    with treatment():
        meeting = Meeting.objects.earliest("starts_at")
    page.goto(meeting.get_absolute_url())
    row = page.locator(".dmi-room__row", has_text="Shawna Bexley")
    row.get_by_role("button", name="Attended").click()
    expect(row.get_by_text("Tess Quill")).to_be_visible()


def pass_weeks(tess, until):
    """At every meeting before that day whoever is held to it was there."""
    with treatment():
        for meeting in Meeting.objects.before_day(day(until)).order_by("starts_at"):
            if meeting.people_left():
                services.record_rest_attended(by=tess, meeting=meeting, at=noon(until))


def plan_two_more(tess):
    with treatment():
        last = Meeting.objects.latest("starts_at")
        services.plan_meeting(
            by=tess, starts_at=last.starts_at + timedelta(days=7), place=last.place, led_by="", weeks=2,
            at=timezone.now(),
        )  # fmt: skip


# Relapse, restart, and what stops the clock


def fail(page, participant):
    """Ordered, given, positive, confirmed: day zero again."""
    page.goto(participant.get_absolute_url())
    page.get_by_role("link", name="Order a test").click()
    page.get_by_label("Why").select_option("cause")
    page.get_by_role("button", name="Order test").click()
    expect(page.get_by_text("The test is ordered")).to_be_visible()
    with treatment():
        test = Enrolment.objects.get().tests.get()
    collected = {"Given_at": "2026-01-14T12:00", "Substances_tested_for": "fentanyl, heroin"}
    enter(page, at("record_collection", test), "Save", "its result is awaited", **collected)
    for finding, source in (("presumptive", "Cup"), ("confirmed", "L-26-118")):
        found = {"Finding": finding, "Substance": "fentanyl", "Source": source}
        enter(page, at("record_result", test), "Save result", "The result is recorded", **found)
    says(
        page, participant, "Attempt 1 ended on 14 Jan 2026, day 13, with a relapse: fentanyl",
        "Attempt 2 began on 14 Jan 2026: phase one, day 0 of 180", "Earliest graduation: 13 Jul 2026",
    )  # fmt: skip


def finish(tess, enrolment, phase, number):
    """The tasks of the phase, and a test now and then."""
    with treatment():
        done = set(enrolment.tasks_done.values_list("task", flat=True))
        for task in PHASES[phase - 1].tasks:
            if task.code not in done:
                services.complete_task(
                    by=tess, enrolment=enrolment, task=task.code, done_on=day(number), at=noon(number)
                )
        given(enrolment, tess, number, ("negative", ""))


def advance(page, participant, to):
    page.goto(participant.get_absolute_url())
    page.get_by_role("link", name="Next phase").click()
    page.get_by_label("Why").fill("Thursday’s vote: no gap since the restart")
    page.get_by_role("button", name="Begin the next phase").click()
    expect(page.get_by_text("The next phase begins.")).to_be_visible()
    says(page, participant, f"phase {to}, day")


def stop_the_clock(page, participant):
    kind = {"Why_the_clock_stands": "hospital", "Where": "Alder County Hospital"}
    enter(page, at("begin_pause", participant), "Stop the clock", "The clock stands.", **kind)
    says(page, participant, "Paused")


def start_the_clock(page, participant):
    page.goto(participant.get_absolute_url())
    page.get_by_role("link", name="End the pause").click()
    page.get_by_role("button", name="Start the clock").click()
    expect(page.get_by_text("The clock runs again.")).to_be_visible()
    says(page, participant, "7 days of this attempt did not count.", "Earliest graduation: 20 Jul 2026")


def explain(page, participant, tess, enrolment):
    """A prescription on file: what the laboratory confirms of it is no relapse."""
    medicine = {"Medicine": "Suboxone", "Shows_in_a_panel_as": "buprenorphine", "Prescribed_by": "Dr. Vale"}
    enter(page, at("log_prescription", participant), "Save prescription", "The prescription is on file", **medicine)
    with treatment():
        given(enrolment, tess, 80, ("confirmed", "buprenorphine"))
    says(page, participant, "1 explained by prescription", "Attempt 2 began on 14 Jan 2026: phase two, day 60")


def sanction(page, participant):
    """On a phone; the gate is shut until it is done."""
    given_today = {
        "Kind": "sanction", "What_it_answers": "Late for the meeting", "What_was_given": "A page on why",
    }  # fmt: skip
    enter(page, at("log_response", participant), "Save", "The response is logged", **given_today)
    with treatment():
        response = Response.objects.get()
    says(page, participant, "Open since 1 Apr 2026")
    enter(page, at("close_sanction", response), "Close the sanction", "The sanction is closed")


# The end


def graduate(page, participant, answer):
    why = {"Why": "Two hundred days; the bench stood up"}
    enter(page, at("graduate_participant", participant), "Graduate", answer, **why)


def tell(page, participant, pru):
    """One word to whom the consent names; not how, and never a test."""
    page.goto(at("view_consents", participant))
    page.get_by_role("link", name="Report a status").click()
    page.get_by_label("Status").select_option("graduated")
    page.get_by_role("button", name="Tell it").click()
    expect(page.get_by_text("Told, with the notice")).to_be_visible()
    with treatment():
        assert StatusReport.objects.get().says == "graduated"
