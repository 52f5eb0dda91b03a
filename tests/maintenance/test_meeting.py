"""maintenance.open_meeting, put_on_agenda, decide, write_headline, close_meeting: the CRT's week."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from dealers import services as dealing
from dealers.dossier import events_of, timeline_rows
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services
from maintenance.models import AgendaItem, Decision, Meeting
from markets import services as places
from tests.conftest import NOON, logged, officer
from tests.maintenance.conftest import THURSDAY, closed_meeting, decided, point


def test_who_is_new_on_file_is_proposed_with_the_reason(meeting, farrow, whitlow):
    items = {item.dealer: item for item in meeting.items.all()}
    assert set(items) == {farrow, whitlow}
    assert items[farrow].reasons == ["New on file since the last meeting", "1 entry since the last meeting"]
    assert items[farrow].section == AgendaItem.Section.NEW


def test_a_draft_is_not_on_the_agenda_by_any_way(meeting, sal, rook):
    assert not meeting.items.filter(dealer=rook).exists()
    with pytest.raises(RuleBroken, match="is a draft"):
        services.put_on_agenda(by=sal, meeting=meeting, dealer=rook)


def test_one_meeting_a_week(meeting, sal, task_force):
    closed_meeting(meeting, sal)
    with pytest.raises(IntegrityError):
        services.open_meeting(by=sal, task_force=task_force, on=date(2026, 3, 6), at=NOON)


def test_the_last_meeting_is_closed_before_the_next_is_opened(meeting, sal, task_force):
    with pytest.raises(RuleBroken, match="still open"):
        services.open_meeting(by=sal, task_force=task_force, on=THURSDAY + timedelta(days=7), at=NOON)


def test_what_stands_is_proposed_again_with_its_expiry(meeting, sal, task_force, farrow):
    closed_meeting(meeting, sal)
    following = services.open_meeting(
        by=sal, task_force=task_force, on=THURSDAY + timedelta(days=7), at=NOON + timedelta(days=9)
    )
    again = point(following, farrow)
    assert again.is_on_sheet
    assert again.section == AgendaItem.Section.ENFORCEMENT
    assert again.reasons == ["On the sheet, until Thu 19 Mar"]


def test_a_hot_place_is_proposed_when_it_is_new(sal, ray, west_end, task_force):
    place = places.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=NOON.date())
    meeting = services.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON)
    assert meeting.items.get().hot_place == place


def test_the_decision_says_what_prints(meeting, sal, farrow):
    decision = decided(sal, point(meeting, farrow))
    assert decision.expires_on == date(2026, 3, 19)
    assert decision.patrol_line == "Sells from the car, Alder Plaza."


def test_said_again_it_replaces_what_was_said(meeting, sal, farrow):
    said = decided(sal, point(meeting, farrow))
    decided(sal, point(meeting, farrow), "pass", reason="Not yet.", seen=said.version)
    decision = Decision.objects.get()
    assert (decision.kind, decision.patrol_line, decision.expires_on) == ("pass", "", None)


@pytest.mark.parametrize("kind", ["keep", "change", "remove"])
def test_what_is_not_on_the_sheet_can_only_be_added(meeting, sal, farrow, kind):
    with pytest.raises(RuleBroken, match="is not on the sheet"):
        decided(sal, point(meeting, farrow), kind)


@pytest.mark.parametrize("kind", ["add", "pass"])
def test_what_is_on_the_sheet_is_kept_changed_or_removed(meeting, sal, task_force, farrow, kind):
    closed_meeting(meeting, sal)
    following = services.open_meeting(
        by=sal, task_force=task_force, on=THURSDAY + timedelta(days=7), at=NOON + timedelta(days=9)
    )
    with pytest.raises(RuleBroken, match="stands on the sheet"):
        decided(sal, point(following, farrow), kind)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"patrol_line": ""}, "line for patrol"),
        ({"officer_action": ""}, "what an officer should do"),
        ({"attention": "support"}, "Name the liaison"),
        ({"expires_on": date(2026, 3, 8)}, "expire before the sheet takes effect"),
        ({"expires_on": date(2026, 3, 20)}, "at most 14 days"),
    ],
)
def test_what_would_print_wrongly_is_refused(meeting, sal, farrow, facts, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        decided(sal, point(meeting, farrow), **facts)
    assert not Decision.objects.exists()


def test_a_support_contact_names_a_liaison_and_no_line(meeting, sal, ray, farrow):
    decision = decided(sal, point(meeting, farrow), attention="support", liaison=ray, patrol_line="", officer_action="")
    assert decision.liaison == ray


def test_nothing_is_decided_in_a_closed_meeting(closed, sal, farrow):
    with pytest.raises(RuleBroken, match="This meeting is closed"):
        decided(sal, point(closed, farrow))
    with pytest.raises(RuleBroken, match="This meeting is closed"):
        services.write_headline(by=sal, meeting=closed, headline="Another")
    with pytest.raises(RuleBroken, match="closed already"):
        services.close_meeting(by=sal, meeting=closed, at=NOON)
    with pytest.raises(RuleBroken, match="This meeting is closed"):
        services.put_on_agenda(by=sal, meeting=closed, dealer=farrow)


def test_a_meeting_is_closed_when_everything_is_decided_and_the_line_written(meeting, sal, farrow, whitlow):
    with pytest.raises(RuleBroken, match="Still to decide: Cody Farrow, Dana Whitlow"):
        services.close_meeting(by=sal, meeting=meeting, at=NOON)
    decided(sal, point(meeting, farrow))
    decided(sal, point(meeting, whitlow), "pass")
    with pytest.raises(RuleBroken, match="heads the sheet"):
        services.close_meeting(by=sal, meeting=meeting, at=NOON)


def test_an_investigator_looks_on(meeting, ray, farrow):
    with pytest.raises(PermissionDenied):
        decided(ray, point(meeting, farrow))


def test_the_meeting_of_others_is_nobodys_business(meeting, otis, ferry, pat, farrow):
    for stranger in (otis, pat):
        assert not Meeting.objects.visible_to(stranger).exists()
        assert not AgendaItem.objects.visible_to(stranger).exists()


def test_a_supervisor_of_no_market_decides_about_nobody(meeting, farrow, task_force):
    with pytest.raises(Http404):
        decided(officer("9", "supervisor"), point(meeting, farrow))


@pytest.mark.parametrize("verb", ["open_meeting", "write_headline", "close_meeting"])
def test_each_act_is_one_line(closed, verb):
    assert [line.outcome for line in AuditEntry.objects.filter(verb=f"maintenance.{verb}")] == ["done"]


def test_what_was_decided_stands_on_the_timeline_of_the_dealer(closed, ray, farrow):
    kinds = [event.template for event in events_of(list(timeline_rows(farrow, ray)))]
    assert kinds[0] == "maintenance/timeline/decision.html"


def test_an_entry_since_the_last_meeting_is_counted(meeting, sal, ray, west_end, task_force, farrow):
    closed_meeting(meeting, sal)
    later = NOON + timedelta(days=4)
    dealing.log_observation(
        by=ray,
        market=west_end,
        dealers=[farrow],
        narrative="Seen.",
        reliability="B",
        validity="2",
        seen_at=later,
        at=later,
    )
    following = services.open_meeting(
        by=sal, task_force=task_force, on=THURSDAY + timedelta(days=7), at=NOON + timedelta(days=9)
    )
    assert "1 entry since the last meeting" in point(following, farrow).reasons


def test_a_new_draft_approved_later_comes_to_the_next_meeting(meeting, sal, sue, ray, west_end, task_force):
    closed_meeting(meeting, sal)
    late = logged(ray, west_end, street_name="Moth", at=NOON + timedelta(days=3))
    dealing.approve_predicate(by=sue, dealer=late, is_lawfully_acquired=True, at=NOON + timedelta(days=4))
    following = services.open_meeting(
        by=sal, task_force=task_force, on=THURSDAY + timedelta(days=7), at=NOON + timedelta(days=9)
    )
    assert point(following, late).section == AgendaItem.Section.NEW


@pytest.mark.parametrize("role", ["treatment", "court_clerk", "partner"])
def test_nobody_of_treatment_is_named_as_liaison(meeting, sal, farrow, role):
    with pytest.raises(RuleBroken, match="somebody of the police side"):
        decided(sal, point(meeting, farrow), attention="support", liaison=officer("t9", role, phone="802-555-0199"))


def test_a_place_of_the_evening_before_is_new_whatever_the_hour_in_greenwich(meeting, sal, ray, west_end, task_force):
    late = datetime(2026, 3, 7, 1, 0, tzinfo=UTC)  # Friday evening in Vermont
    closed_meeting(meeting, sal)
    meeting.closed_at = late
    meeting.save()
    place = places.log_hot_place(by=ray, market=west_end, address="1 A Street", kind="lot", on=date(2026, 3, 6))
    following = services.open_meeting(
        by=sal, task_force=task_force, on=THURSDAY + timedelta(days=7), at=NOON + timedelta(days=9)
    )
    assert following.items.filter(hot_place=place).exists()
