"""A check-in on a phone, at the door: twenty seconds and six taps are all it may take, an inspection included."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from callins.models import CheckIn
from dmi.accounts.roles import Role
from markets import services as places
from tests.browser.conftest import PHONE
from tests.callins.visited import pleaded, scheduled
from tests.conftest import TODAY, officer

pytestmark = pytest.mark.browser
MOST_TAPS, MOST_SECONDS = 6, 20


def assigned(sal, market, badge, role):
    person = officer(badge, role)
    places.assign_officer(by=sal, market=market, officer=person, on=TODAY)
    return person


@pytest.fixture
def route(window, sal, west_end, farrow):
    """liv's route on a phone: one door, overdue, where the plea allows inspections."""
    cora, liv = assigned(sal, west_end, "cora", Role.COORDINATOR), assigned(sal, west_end, "liv", Role.LIAISON)
    condition = pleaded(cora, farrow, west_end)
    scheduled(cora, farrow, liv, times_a_week=7, condition=condition, from_on=timezone.localdate() - timedelta(days=14))
    page = window(liv, **PHONE)
    page.goto("/check-ins/route/")
    return page


class Thumb:
    """Taps and counts."""

    def __init__(self):
        self.taps = 0

    def __call__(self, thing):
        self.taps += 1
        thing.tap()


def test_a_check_in_with_an_inspection_takes_six_taps_and_twenty_seconds(route):
    tap, began = Thumb(), time.monotonic()
    tap(route.get_by_role("link", name="Check in with Cody Farrow"))
    tap(route.locator("label", has_text="Doing well"))
    tap(route.locator("label", has_text="Housing"))
    tap(route.get_by_text("The residence was inspected"))
    tap(route.locator("label", has_text="Condition 3."))
    tap(route.get_by_role("button", name="Save check-in"))
    expect(route.get_by_text("Saved: Cody Farrow, doing well.")).to_be_visible()
    assert time.monotonic() - began < MOST_SECONDS
    assert tap.taps <= MOST_TAPS
    visit = CheckIn.objects.get()
    assert (visit.wellbeing, visit.support_offered, visit.is_inspected) == ("good", "Housing", True)
    assert (visit.place, timezone.localdate(visit.at)) == ("41 Cutler Street", timezone.localdate())


def test_no_answer_is_one_tap_and_a_second_in_haste_changes_nothing(route):
    for _ in range(2):
        route.get_by_role("button", name="No answer at 41 Cutler Street").tap()
        expect(route.get_by_text("No answer at 41 Cutler Street, entered.")).to_be_visible()
    assert CheckIn.objects.unanswered().count() == 1


def test_an_inspection_without_a_basis_leaves_the_visit(route):
    route.get_by_role("link", name="Check in with Cody Farrow").tap()
    route.locator("label", has_text="Not sure").tap()
    route.get_by_text("The residence was inspected").tap()
    route.get_by_label("What you found").fill("A scale")
    route.get_by_role("button", name="Save check-in").tap()
    expect(route.get_by_text("The visit is saved, the inspection is not. It needs a basis")).to_be_visible()
    assert (CheckIn.objects.get().wellbeing, CheckIn.objects.get().findings) == ("unsure", "")
