"""Which warrants print: active, and confirmed within the day before the freeze; always with a warning."""

from datetime import timedelta

import pytest

from dealers.cases import services
from maintenance import services as crt
from maintenance.hot_sheet.contents import Contents
from tests.cases.court import logged_warrant
from tests.conftest import NOON, TODAY

HOUR = timedelta(hours=1)
FROZEN_AT = NOON + timedelta(days=2, hours=3)


@pytest.fixture
def warrant(farrow, ray):
    return logged_warrant(farrow, ray)


def printed(sal, meeting):
    sheet = crt.freeze_hot_sheet(by=sal, meeting=meeting, at=FROZEN_AT)
    return {card.surname: card.warrant for card in Contents.from_json(sheet.contents).people}["Farrow"]


@pytest.mark.parametrize(
    ("hours", "line"),
    [(1, "26-W-17, Superior Court"), (24, "26-W-17, Superior Court"), (25, ""), (-1, "")],
)
def test_it_prints_when_confirmed_within_the_day_before_the_freeze(ray, sal, warrant, closed, hours, line):
    services.confirm_warrant(by=ray, warrant=warrant, at=FROZEN_AT - hours * HOUR)
    assert printed(sal, closed) == line


def test_one_that_nobody_confirmed_does_not_print(sal, warrant, closed):
    assert printed(sal, closed) == ""


def test_one_that_was_served_does_not_print(ray, sal, warrant, closed):
    services.confirm_warrant(by=ray, warrant=warrant, at=FROZEN_AT)
    services.close_warrant(by=ray, warrant=warrant, status="served", closed_on=TODAY, at=FROZEN_AT)
    assert printed(sal, closed) == ""


def test_the_page_of_the_sheet_says_confirm_before_arrest(client, ray, sal, warrant, closed):
    services.confirm_warrant(by=ray, warrant=warrant, at=FROZEN_AT)
    sheet = crt.freeze_hot_sheet(by=sal, meeting=closed, at=FROZEN_AT)
    client.force_login(sal)
    page = client.get(sheet.get_absolute_url()).content.decode()
    assert "26-W-17, Superior Court, <b>confirm before arrest</b>" in page
