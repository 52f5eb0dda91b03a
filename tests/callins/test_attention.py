"""Whom the hot sheet names under “Support contact: call the liaison”: treatment attention and its two origins."""

from datetime import timedelta

import pytest

from callins import attention
from callins.models import SupportContact
from dmi.accounts.roles import Role
from maintenance import services as crt
from maintenance.hot_sheet import contents, length
from maintenance.hot_sheet.collect import collect
from maintenance.hot_sheet.contents import Contents
from maintenance.hot_sheet.render import render
from tests.callins.made import held, invited, planned
from tests.callins.visited import DAY
from tests.conftest import NOON, TODAY, logged, officer
from tests.maintenance import sheets
from tests.maintenance.conftest import THURSDAY, decided

EVENING = TODAY - DAY
YEAR = timedelta(days=365)
FROZEN_AT = NOON + timedelta(days=2, hours=3)


@pytest.fixture
def called_in(cora, liv, farrow, west_end):
    """Cody Farrow came yesterday; liv owes him the follow-up."""
    liv.phone = "802-555-0132"
    liv.save()
    call_in = held(planned(cora, west_end, starts_at=NOON - DAY))
    return invited(call_in, farrow, outcome="attended", arrived_at=call_in.starts_at, follow_up_owner=liv)


def named(day=TODAY, market=None):
    return [(str(each.dealer), each.liaison.badge, each.until) for each in attention.named_on(day, market)]


def test_whoever_came_is_named_from_the_evening_to_the_end_of_the_year(called_in, west_end, ferry):
    line = [("Cody Farrow", "liv", EVENING + YEAR)]
    assert named(EVENING) == named(TODAY) == named(EVENING + YEAR) == line
    assert named(EVENING - DAY) == named(EVENING + YEAR + DAY) == []
    assert (named(TODAY, west_end), named(TODAY, ferry)) == (line, [])


@pytest.mark.parametrize("outcome", ["pending", "excused", "no_show", "in_custody"])
def test_whoever_did_not_come_is_not_named(called_in, outcome):
    called_in.outcome, called_in.arrived_at = outcome, None
    called_in.save()
    assert named() == []


def test_before_it_is_held_nobody_is_named_though_he_stands_at_the_door(called_in):
    """Arrivals are tapped before the evening is closed: need to know holds until it is held."""
    called_in.call_in.held_at, called_in.call_in.state = None, "ready"
    called_in.call_in.save()
    assert named(TODAY) == named(EVENING) == []


@pytest.mark.parametrize("role", [Role.TREATMENT, Role.COURT_CLERK, Role.INVESTIGATOR])
def test_nobody_of_treatment_stands_beside_a_name_nor_who_builds_cases(cora, called_in, role):
    called_in.follow_up_owner = officer("t8", role, phone="802-555-0199")
    called_in.save()
    assert named() == [("Cody Farrow", "cora", EVENING + YEAR)]


def test_no_line_comes_goes_or_changes_by_a_support_contact(cora, liv, sal, called_in, farrow):
    """Twins: one world in which the person called in becomes a support contact and ceases to be, one in which not."""
    before = named()
    contact = SupportContact.objects.create(
        dealer=farrow, liaison=sal, from_on=TODAY, until_on=TODAY + 2 * YEAR, by=cora, at=NOON
    )
    assert named() == before
    contact.until_on = TODAY
    contact.save()
    assert named(TODAY) == named(TODAY + DAY) == before


def closed_meeting(sal, task_force, decisions):
    """It decided so about each dealer on its agenda, and left off the rest."""
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + 2 * DAY)
    for item in meeting.items.all():
        decided(sal, item, **decisions.get(item.dealer.last_name, {"kind": "pass"}))
    crt.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    return crt.close_meeting(by=sal, meeting=meeting, at=NOON + 2 * DAY)


def sheet_of(sal, task_force, **decisions):
    meeting = closed_meeting(sal, task_force, decisions)
    return crt.freeze_hot_sheet(by=sal, meeting=meeting, at=FROZEN_AT)


def support_on(sheet):
    return [(line.name, line.until) for line in Contents.from_json(sheet.contents).support]


def printed(meeting):
    """The frozen contents and the page that is set from them, with no number of names withheld."""
    monday = THURSDAY + 4 * DAY
    frozen = collect(meeting, monday, monday + 6 * DAY, FROZEN_AT)
    return frozen.to_json() + render(frozen, sheets.APPROVAL, least_support=1)


def test_both_origins_print_the_same_bytes(cora, liv, sal, task_force, called_in, farrow):
    """Twins: by the call-in's records, and by a support contact since the same day, with an end and without."""
    meeting = closed_meeting(sal, task_force, {})
    police = printed(meeting)
    assert police.count("Cody Farrow") == 2
    called_in.delete()
    assert "Cody Farrow" not in printed(meeting)
    contact = SupportContact.objects.create(dealer=farrow, liaison=liv, from_on=EVENING, by=cora, at=NOON)
    assert printed(meeting) == police
    contact.until_on = EVENING + YEAR
    contact.save()
    assert printed(meeting) == police


def test_who_asks_to_be_called_is_marked_alike_by_either_origin(cora, liv, sal, task_force, called_in, farrow):
    meeting = closed_meeting(sal, task_force, {})
    assert "Please ask them to call" not in printed(meeting)
    SupportContact.objects.create(dealer=farrow, liaison=liv, from_on=EVENING, asks_to_call=True, by=cora, at=NOON)
    police = printed(meeting)
    assert "Please ask them to call" in police
    called_in.delete()
    assert printed(meeting) == police


def test_one_line_each_whatever_the_meeting_decides(sal, liv, ray, task_force, called_in, farrow, whitlow):
    said = {"attention": "support", "liaison": liv, "patrol_line": "", "officer_action": ""}
    both = sheet_of(sal, task_force, Farrow=said, Whitlow=said)
    assert [name for name, _ in support_on(both)] == ["Cody Farrow", "Dana Whitlow"]
    assert support_on(both)[0] == ("Cody Farrow", EVENING + YEAR)


def test_whom_the_meeting_takes_off_is_named_like_everybody(sal, task_force, called_in, farrow, whitlow):
    assert support_on(sheet_of(sal, task_force)) == [("Cody Farrow", EVENING + YEAR)]


def test_a_card_takes_the_place_of_the_line_that_says_not_wanted(sal, task_force, called_in, farrow, whitlow):
    sheet = sheet_of(sal, task_force, Farrow={"kind": "add"})
    assert support_on(sheet) == []
    assert [card.surname for card in Contents.from_json(sheet.contents).people] == ["Farrow"]


def test_a_draft_or_a_merged_record_is_not_named(ray, cora, liv, west_end):
    SupportContact.objects.create(
        dealer=logged(ray, west_end, street_name="Wren"), liaison=liv, from_on=TODAY, by=cora, at=NOON
    )
    assert named() == []


def test_many_names_ask_the_database_no_more_often(django_assert_num_queries, cora, liv, called_in, whitlow, west_end):
    SupportContact.objects.create(dealer=whitlow, liaison=liv, from_on=TODAY, by=cora, at=NOON)
    with django_assert_num_queries(3):
        assert len(attention.named_on(TODAY)) == 2


def test_a_year_without_an_end_begins_anew():
    for days, until in ((0, 365), (365, 365), (366, 730)):
        assert attention.year_end(EVENING, EVENING + timedelta(days=days)) == EVENING + timedelta(days=until)


def test_a_line_has_room_for_no_reason():
    """What is kept of a support contact, and what prints: nothing of treatment, not even where it would be written."""
    kept = {field.name for field in SupportContact._meta.get_fields()}
    assert kept == {"id", "dealer", "liaison", "asks_to_call", "from_on", "until_on", "by", "at"} | {
        name for name in kept if name.endswith("events")
    }
    assert set(contents.SupportContact.__dataclass_fields__) == {"name", "liaison", "phone", "until", "asks"}


def test_forty_names_take_their_room_on_the_sheet():
    lines = tuple(
        contents.SupportContact(name=f"Person {number}", liaison="Liv Lund", phone="802-555-0132", until=TODAY)
        for number in range(40)
    )
    full = sheets.edition(14)
    more = sheets.edition(14, support=lines)
    assert length.pages_of(full) <= length.pages_of(more) <= length.MOST_PAGES
