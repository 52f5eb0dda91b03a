"""A dozen people recorded on one screen: by taps on a phone, by two tablets, and without script."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from callins.dtc import services
from callins.dtc.models import Attendance
from dmi.accounts.compartment import treatment
from tests.browser.conftest import PHONE
from tests.dtc.enrolled import enrolled

pytestmark = pytest.mark.browser
NAMES = (
    "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Laurel", "Maple",
)  # fmt: skip


@pytest.fixture
def meeting(tess):
    """Today's, with twelve people in the program."""
    now = timezone.now()
    with treatment():
        for name in NAMES:
            enrolled(tess, last_name=name, date_of_birth=date(1990, 1, 1), at=now)
        return services.plan_meeting(by=tess, starts_at=now, place="Grange Hall", led_by="Tess Quill", at=now)


def room_of(meeting):
    return reverse("callins:dtc:view_meeting", args=[meeting.pk])


def row(page, name):
    return page.locator(".dmi-room__row", has_text=name)


def tap(page, name, button="Attended"):
    row(page, name).get_by_role("button", name=button).click()
    expect(row(page, name).locator(".dmi-taps")).to_have_count(0)


def test_a_roomful_is_recorded_by_taps_and_stays(window, tess, meeting):
    page, other = window(tess, **PHONE), window(tess)
    for each in (page, other):
        each.goto(room_of(meeting))
    for name in NAMES[:8]:
        tap(page, name)
    expect(page.get_by_role("status")).to_have_text("8 of 12 recorded")
    row(page, "Ivy").locator("summary").click()
    row(page, "Ivy").get_by_role("button", name="In court").click()
    expect(row(page, "Ivy")).to_contain_text("In court")
    tap(page, "Juniper", "Missed")
    row(other, "Alder").get_by_role("button", name="Missed").click()  # its page does not know yet
    expect(row(other, "Alder").get_by_role("alert")).to_contain_text("recorded already: attended, by Tess Quill")
    expect(row(other, "Alder")).to_have_attribute("data-stands", "attended")
    page.get_by_role("link", name="Rest attended (2)").click()
    page.get_by_role("button", name="Mark 2 attended").click()
    expect(page.get_by_role("status").last).to_have_text("12 of 12 recorded")
    with treatment():
        assert sorted(Attendance.objects.values_list("how", flat=True)) == ["attended"] * 10 + ["excused", "missed"]


def test_a_tap_that_was_not_saved_is_said_and_a_session_that_ended_leaves_no_names(window, tess, meeting):
    page = window(tess, **PHONE)
    page.goto(room_of(meeting))
    page.context.set_offline(True)
    row(page, "Alder").get_by_role("button", name="Attended").click()
    expect(page.get_by_role("alert")).to_contain_text("the last tap is not saved")
    page.context.set_offline(False)
    tap(page, "Alder")
    expect(page.get_by_role("alert")).to_have_count(0)
    Session.objects.all().delete()
    row(page, "Birch").get_by_role("button", name="Attended").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert not any(name in page.content() for name in NAMES)
    page.context.watch.seen.clear()  # the lost connection


def test_without_script_a_tap_is_saved_as_well(window, tess, meeting):
    page = window(tess, java_script_enabled=False, **PHONE)
    page.goto(room_of(meeting))
    tap(page, "Alder")
    row(page, "Birch").locator("summary").click()
    row(page, "Birch").get_by_label("Why").fill("Dentist")
    tap(page, "Birch", "Save")
    expect(row(page, "Birch")).to_contain_text("Dentist")
    expect(page.get_by_text("2 of 12 recorded")).to_be_visible()
