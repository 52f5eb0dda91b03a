"""What an edition may hold: how many pages, for how long, and what is missing on the day it is made."""

from datetime import date, timedelta

import pytest

from dealers import services as dealing
from dealers.models import Photo
from dmi.errors import RuleBroken
from maintenance import rules, services, tasks
from maintenance.hot_sheet import length
from maintenance.hot_sheet.contents import Contents
from maintenance.hot_sheet.render import build
from maintenance.models import HotSheet
from tests.conftest import NOON, TODAY
from tests.dealers.test_add_photo import picture
from tests.maintenance import sheets
from tests.maintenance.conftest import closed_meeting

LATER = NOON + timedelta(days=2, hours=2)


def test_sixty_people_are_refused_with_how_many_do_not_fit():
    sixty = length.length_of(sheets.edition(60))
    assert (sixty.pages, sixty.most) == (6, 4)
    assert "60 people with these lists need more. Take 20 off at the meeting" in sixty.too_many
    with pytest.raises(RuleBroken, match="Take 20 off"):
        length.refuse_too_long(sheets.edition(60))
    assert not length.length_of(sheets.edition(0)).too_many
    assert build(sheets.edition(0), sheets.APPROVAL, {}).pages == 1


def test_the_table_is_told_before_it_closes_the_meeting(meeting, sal, sue, monkeypatch):
    """And whoever freezes: nothing that was decided is cut, and while the meeting is open it can be taken off."""
    seen = []
    monkeypatch.setattr(length, "MOST_PAGES", 0)
    monkeypatch.setattr(length, "too_many", lambda contents: seen.append(len(contents.people)) or "Take 2 off.")
    with pytest.raises(RuleBroken, match="Take 2 off"):
        closed_meeting(meeting, sal)
    meeting.refresh_from_db()
    assert meeting.is_open
    assert seen == [2]  # as if it had closed: what this meeting said counts already
    monkeypatch.undo()
    closed = services.close_meeting(by=sal, meeting=meeting, at=LATER)
    monkeypatch.setattr(length, "MOST_PAGES", 0)
    with pytest.raises(RuleBroken, match="0 pages"):
        services.freeze_hot_sheet(by=sal, meeting=closed, at=LATER)
    assert not HotSheet.objects.exists()


def test_an_item_fifteen_days_old_is_gone_and_named_once(frozen, clock, sal, sue, task_force, monkeypatch):
    HotSheet.objects.update(state="published", approved_by=sue, approved_at=NOON)
    named = []
    for week in (1, 2, 3):
        at = NOON + timedelta(days=2 + 7 * week)
        meeting = services.open_meeting(by=sal, task_force=task_force, on=at.date(), at=at)
        meeting.items.all().delete()  # nobody says a word about them again
        services.write_headline(by=sal, meeting=meeting, headline="Quiet.")
        services.close_meeting(by=sal, meeting=meeting, at=at)
        sheet = services.freeze_hot_sheet(by=sal, meeting=meeting, at=at)
        HotSheet.objects.update(state="published", approved_by=sue, approved_at=NOON)
        contents = Contents.from_json(sheet.contents)
        named.append((len(contents.people), contents.removed))
    assert named == [(2, ()), (0, ("Cody Farrow", "Dana Whitlow")), (0, ())]


@pytest.mark.parametrize(
    ("meets_on", "edition"),
    [
        (date(2026, 12, 17), "2026-W52"), (date(2026, 12, 24), "2026-W53"), (date(2026, 12, 31), "2027-W01"),
        (date(2020, 12, 24), "2020-W53"), (date(2024, 12, 26), "2025-W01"),
    ],
)  # fmt: skip
def test_the_week_fifty_three_has_its_own_name(meets_on, edition):
    starts_on = rules.valid_from(rules.week_of(meets_on))
    assert rules.edition(starts_on, 0) == edition
    assert rules.week_named(rules.in_address(rules.edition(starts_on, 2))) == starts_on
    assert rules.flash(starts_on, 1) == f"{edition} flash 1"


def test_a_photo_that_went_missing_is_told_by_its_item_and_a_revision_leaves_it_out(
    meeting, ray, sal, sue, clock, farrow, monkeypatch
):
    photo = dealing.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, at=NOON)
    sheet = services.freeze_hot_sheet(by=sal, meeting=closed_meeting(meeting, sal), at=LATER)
    assert Contents.from_json(sheet.contents).people[0].photo == photo.sha256
    services.approve_hot_sheet(by=sue, sheet=sheet, at=LATER)
    Photo.objects.filter(pk=photo.pk).delete()
    tasks.build_hot_sheet(sheet=str(sheet.pk))
    sheet.refresh_from_db()
    assert (sheet.state, sheet.attempts) == ("failed", 1)
    assert "The photo of item 1 is not the one that was approved" in sheet.failed_because
    words = [{"item": 2, "what": "cleared"}]
    first = services.revise_hot_sheet(by=sue, sheet=sheet, words=words, why="Its photo is gone.", at=LATER)
    assert Contents.from_json(first.contents).people[0].photo == ""


def test_a_font_that_is_missing_stops_the_build_and_says_so(approved, clock, settings, tmp_path):
    settings.FONTS = tmp_path
    tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    assert approved.state == "failed"
    assert "The font sourcesanspro-regular-webfont.ttf is not on this server" in approved.failed_because
    assert not HotSheet.objects.published().exists()
