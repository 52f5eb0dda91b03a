"""Which conditions of supervision print: in force on the sheet's first day, verified within thirty of its freeze."""

import io
from datetime import date, timedelta

import pypdf
import pytest

from dealers import services as dealing
from maintenance import services
from maintenance.hot_sheet.contents import Contents
from maintenance.hot_sheet.press import printed
from tests.conftest import NOON
from tests.dealers.supervised import BEGAN, condition_of, supervision_of
from tests.maintenance.conftest import closed_meeting, decided

THURSDAY, FROZEN_AT = date(2026, 3, 5), NOON + timedelta(days=2, hours=3)
CURFEW = "Police may act: Curfew 21:00 to 06:00"


@pytest.fixture
def probation(ray, farrow):
    return supervision_of(farrow, ray)


def verified(condition, days_before_freeze):
    condition.verified_on = THURSDAY - timedelta(days=days_before_freeze)
    condition.save()


def conditions_of(sheet):
    return {card.surname: card.conditions for card in Contents.from_json(sheet.contents).people}["Farrow"]


def frozen_sheet(sal, meeting, at=FROZEN_AT):
    return services.freeze_hot_sheet(by=sal, meeting=meeting, at=at)


def words_of(sheet):
    reader = pypdf.PdfReader(io.BytesIO(printed(sheet).pdf))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_what_was_verified_thirty_days_before_the_freeze_prints(ray, sal, probation, closed):
    verified(condition_of(probation, ray), 30)
    assert conditions_of(frozen_sheet(sal, closed)) == (CURFEW,)


def test_what_was_verified_thirty_one_days_before_is_missing_until_somebody_verifies_it(
    ray, sal, sue, task_force, probation, meeting
):
    curfew = condition_of(probation, ray)
    verified(curfew, 31)
    sheet = frozen_sheet(sal, closed_meeting(meeting, sal))
    assert conditions_of(sheet) == ()
    services.approve_hot_sheet(by=sue, sheet=sheet, at=FROZEN_AT)
    assert "Curfew" not in words_of(sheet)

    following = NOON + timedelta(days=9)
    dealing.verify_condition(by=ray, condition=curfew, at=following)
    meeting = services.open_meeting(by=sal, task_force=task_force, on=following.date(), at=following)
    for item in meeting.items.all():
        decided(sal, item, "keep")
    services.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    services.close_meeting(by=sal, meeting=meeting, at=following)
    sheet = frozen_sheet(sal, meeting, at=following)
    assert conditions_of(sheet) == (CURFEW,)
    services.approve_hot_sheet(by=sue, sheet=sheet, at=following)
    assert "POLICE MAY ACT Curfew 21:00 to 06:00" in words_of(sheet)


def test_what_police_may_act_on_and_what_they_only_report_read_differently(ray, sal, sue, probation, closed):
    condition_of(probation, ray)
    condition_of(probation, ray, words="Search of person and car")
    condition_of(probation, ray, words="No contact with Whitlow", permits="report")
    sheet = frozen_sheet(sal, closed)
    assert conditions_of(sheet) == (
        "Police may act: Curfew 21:00 to 06:00; Search of person and car",
        "Report only, to Off. Lyle Hart 802-555-0172: No contact with Whitlow",
    )
    services.approve_hot_sheet(by=sue, sheet=sheet, at=FROZEN_AT)
    words = words_of(sheet)
    assert "POLICE MAY ACT Curfew 21:00 to 06:00; Search of person and car" in words
    assert "Report only, to Off. Lyle Hart 802-555-0172 No contact with Whitlow" in words


@pytest.mark.parametrize("last_day", [date(2026, 3, 8), BEGAN])
def test_what_ends_before_the_sheet_takes_effect_does_not_print(ray, sal, probation, closed, last_day):
    dealing.end_condition(by=ray, condition=condition_of(probation, ray), until_on=last_day, at=NOON)
    assert conditions_of(frozen_sheet(sal, closed)) == ()


def test_what_ends_on_its_first_day_prints(ray, sal, probation, closed):
    condition_of(probation, ray)
    dealing.end_supervision(by=ray, supervision=probation, until_on=date(2026, 3, 9), at=NOON)
    assert conditions_of(frozen_sheet(sal, closed)) == (CURFEW,)


def test_supervision_that_begins_later_does_not_print(ray, sal, farrow, closed):
    condition_of(supervision_of(farrow, ray, from_on=date(2026, 3, 10)), ray)
    assert conditions_of(frozen_sheet(sal, closed)) == ()


def test_the_task_force_sets_the_days(ray, sal, task_force, probation, closed):
    verified(condition_of(probation, ray), 31)
    task_force.condition_days = 45
    task_force.save()
    closed.refresh_from_db()
    assert conditions_of(frozen_sheet(sal, closed)) == (CURFEW,)


def test_a_supervision_withdrawn_as_wrong_does_not_print(ray, sal, probation, closed):
    condition_of(probation, ray)
    probation.withdrawn_at = NOON
    probation.save()
    assert conditions_of(frozen_sheet(sal, closed)) == ()


def test_the_wall_shows_conditions_with_the_day_they_were_verified(client, ray, sal, probation, meeting):
    condition_of(probation, ray, verified_on=BEGAN)
    condition_of(probation, ray, words="No contact with Whitlow", permits="report")
    client.force_login(sal)
    page = client.get(f"/meetings/{meeting.pk}/").content.decode()
    assert "Curfew 21:00 to 06:00" in page
    assert "Off. Lyle Hart 802-555-0172" in page
    assert "Mon 5 Jan" in page
