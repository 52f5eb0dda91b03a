"""The weekly meeting: planned, moved, called off, and a roomful recorded on one screen."""

from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from callins.dtc import courses, services
from callins.dtc.models import Attendance, AuditEntry, Enrolment, Meeting
from callins.dtc.program.weeks import Meeting as Week
from callins.dtc.roomful import next_hour, roomful
from dmi.accounts.compartment import treatment
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.dtc.enrolled import day, enrolled, given, noon, planned

HTMX = {"HTTP_HX_REQUEST": "true"}


def recorded(meeting, enrolment, by, number, how="attended", **facts):
    return services.record_attendance(
        by=by, meeting=meeting, enrolment=enrolment, how=how, at=noon(number), **facts
    )  # fmt: skip


def decided_to_leave(enrolment, by, number):
    services.withdraw_participant(by=by, enrolment=enrolment, decided_on=day(number), why="Moved", at=noon(number))


def week_of(enrolment, number):
    """What became of the meeting in the week that runs on that day."""
    status = courses.status_of(courses.with_events(Enrolment.objects).get(pk=enrolment.pk), day(number))
    return status.weeks[-1].meeting


def week_of_meeting(enrolment, number):
    """The same once its week is over."""
    status = courses.status_of(courses.with_events(Enrolment.objects).get(pk=enrolment.pk), day(number + 7))
    return next(week.meeting for week in status.weeks if week.starts_on <= day(number) < week.next_on)


def test_a_series_keeps_its_hour_by_the_clock_when_the_clocks_change(tess, within):
    first = datetime(2026, 2, 25, 22, 30, tzinfo=UTC)  # 17:30 in Vermont; the clocks go forward on 8 March
    planned(tess, 0, starts_at=first, weeks=4)
    hours = [f"{localtime(each.starts_at):%d %b %H:%M}" for each in Meeting.objects.after(noon(0))]
    assert hours == ["25 Feb 17:30", "04 Mar 17:30", "11 Mar 17:30", "18 Mar 17:30"]
    with pytest.raises(RuleBroken, match=r"planned for that hour already: 4 Mar 2026, 11 Mar 2026, 18 Mar 2026\."):
        planned(tess, 0, starts_at=first + timedelta(days=7), weeks=26)
    with pytest.raises(RuleBroken, match="between one and 26 weeks"):
        planned(tess, 0, weeks=27)
    with pytest.raises(RuleBroken, match="look at the year"):
        planned(tess, 0, starts_at=noon(400))
    assert Meeting.objects.count() == 4
    offered = next_hour(tess, noon(90))
    assert (localtime(offered["starts_at"]).strftime("%d %b %H:%M"), offered["place"]) == (
        "01 Apr 17:30",
        "Grange Hall",
    )


def test_the_day_of_a_meeting_is_that_of_the_clocks_in_the_hall(tess, bexley):
    late = planned(tess, 66, starts_at=datetime(2026, 3, 9, 3, 30, tzinfo=UTC))  # 23:30 on the day the clocks change
    assert late.held_on == day(66)
    recorded(late, bexley, tess, 67)
    assert week_of(bexley, 66) == Week.ATTENDED
    assert week_of(bexley, 72) == Week.TO_COME


def test_a_meeting_is_moved_until_it_begins_or_somebody_is_recorded(tess, bexley):
    meeting, other = planned(tess, 7, at=noon(0)), planned(tess, 8, at=noon(0))
    said = {"place": "Library", "led_by": "", "at": noon(1), "seen": version(meeting, Meeting.CORRECTED)}
    moved = services.change_meeting(by=tess, meeting=meeting, starts_at=noon(9), **said)
    assert (moved.held_on, moved.place) == (day(9), "Library")
    with pytest.raises(ChangedMeanwhile):
        services.change_meeting(by=tess, meeting=meeting, starts_at=noon(10), **said)
    said["seen"] = version(moved, Meeting.CORRECTED)
    with pytest.raises(RuleBroken, match="planned for that hour already"):
        services.change_meeting(by=tess, meeting=meeting, starts_at=other.starts_at, **said)
    with pytest.raises(RuleBroken, match="This hour has passed"):
        services.change_meeting(by=tess, meeting=meeting, starts_at=noon(0), **said)
    with pytest.raises(RuleBroken, match="has begun, or somebody is recorded"):
        services.change_meeting(by=tess, meeting=meeting, starts_at=noon(20), **{**said, "at": noon(9)})


def test_nobody_is_held_to_a_meeting_that_was_called_off(tess, bexley):
    paused = enrolled(tess, last_name="Calder")
    services.begin_pause(by=tess, enrolment=paused, kind="custody", began_on=day(2), at=noon(2))
    meeting = planned(tess, 3, at=noon(0))
    recorded(meeting, bexley, tess, 3, "missed")
    services.call_off_meeting(by=tess, meeting=meeting, why="Snow", at=noon(3))
    later = enrolled(tess, last_name="Dorn", enrolled_on=day(1), at=noon(4))
    said = Attendance.objects.values_list("enrolment__participant__last_name", "how", "excuse", "corrected_why")
    assert sorted(said) == [
        ("Bexley", "excused", "Snow", "The meeting was called off."), ("Calder", "excused", "Snow", ""),
        ("Dorn", "excused", "Snow", ""),
    ]  # fmt: skip
    assert [event.how for event in Attendance.pgh_event_model.objects.filter(enrolment_id=bexley.pk)] == [
        "missed", "excused",
    ]  # fmt: skip
    assert week_of(bexley, 6) == week_of(later, 7) == Week.EXCUSED
    for service, said in (
        (services.call_off_meeting, {"why": "Again"}), (services.record_rest_attended, {}),
        (services.change_meeting, {"seen": "", "starts_at": noon(9), "place": "", "led_by": ""}),
    ):  # fmt: skip
        with pytest.raises(RuleBroken, match="was called off: Snow"):
            service(by=tess, meeting=meeting, at=noon(4), **said)
    again = planned(tess, 3)  # its hour is free
    recorded(again, bexley, tess, 4)
    with pytest.raises(RuleBroken, match="Somebody attended, so it took place"):
        services.call_off_meeting(by=tess, meeting=again, why="Snow", at=noon(4))


def test_the_second_of_two_tablets_is_told_what_the_first_recorded(tess, bexley):
    meeting = planned(tess, 7)
    recorded(meeting, bexley, tess, 7, "excused", excuse="At work")
    with pytest.raises(RuleBroken, match=r"Bexley is recorded already: excused, At work, by .* at 12:00\. Correct it"):
        recorded(meeting, bexley, tess, 7)


def test_who_is_recorded_was_in_the_program_and_not_paused(tess, bexley):
    meeting = planned(tess, 7, at=noon(0))
    with pytest.raises(RuleBroken, match="is still to come"):
        recorded(meeting, bexley, tess, 6)
    after = enrolled(tess, last_name="Calder", enrolled_on=day(8), at=noon(8))
    with pytest.raises(RuleBroken, match="was enrolled on 9 Jan 2026; this lies before it"):
        recorded(meeting, after, tess, 40)
    services.begin_pause(by=tess, enrolment=bexley, kind="hospital", began_on=day(5), at=noon(9))
    services.end_pause(by=tess, enrolment=bexley, ended_on=day(14), at=noon(14))
    with pytest.raises(RuleBroken, match=r"was paused that day \(hospital\) and is not held to the meeting"):
        recorded(meeting, bexley, tess, 40, "missed")
    assert not meeting.people_left().exists()
    assert week_of_meeting(bexley, 7) == Week.PAUSED
    recorded(meeting, bexley, tess, 40)  # entered weeks later: she came from the ward
    assert week_of_meeting(bexley, 7) == Week.ATTENDED
    decided_to_leave(after, tess, 12)
    with pytest.raises(RuleBroken, match="left the program on 13 Jan 2026"):
        recorded(planned(tess, 10, at=noon(20)), after, tess, 20)


def test_the_rest_attended_and_each_is_a_line_on_the_trail(tess, ray, bexley):
    meeting = planned(tess, 7)
    others = [enrolled(tess, last_name=name) for name in ("Calder", "Dorn", "Ember")]
    services.begin_pause(by=tess, enrolment=others[2], kind="custody", began_on=day(7), at=noon(7))
    recorded(meeting, bexley, tess, 7, "missed")
    with pytest.raises(PermissionDenied):
        services.record_rest_attended(by=ray, meeting=meeting, at=noon(7))
    assert services.record_rest_attended(by=tess, meeting=meeting, at=noon(7)) == 2
    assert AuditEntry.objects.filter(verb="dtc.record_attendance", outcome="done").count() == 3
    assert AuditEntry.objects.get(verb="dtc.record_rest_attended", outcome="done").others["count"] == 2
    with pytest.raises(RuleBroken, match="Everybody who is held to this meeting is recorded already"):
        services.record_rest_attended(by=tess, meeting=meeting, at=noon(7))
    counts = Meeting.objects.with_counts().get()
    assert (counts.attended, counts.excused, counts.missed, counts.left) == (2, 0, 1, 0)


def test_a_correction_says_why_and_the_history_keeps_what_stood_there(tess, bexley):
    meeting = planned(tess, 7)
    entry = recorded(meeting, bexley, tess, 7, "missed")
    said = {"attendance": entry, "seen": version(entry, Attendance.CORRECTED), "why": "Sat in the back", "at": noon(8)}
    services.correct_attendance(by=tess, how="attended", **said)
    assert (entry.how, entry.corrected_why, week_of(bexley, 13)) == ("attended", "Sat in the back", Week.ATTENDED)
    events = Attendance.pgh_event_model.objects.filter(pgh_obj=entry).values_list("how", "corrected_why")
    assert list(events) == [("missed", ""), ("attended", "Sat in the back")]
    with pytest.raises(ChangedMeanwhile):
        services.correct_attendance(by=tess, how="excused", excuse="Ill", **said)
    said["seen"] = version(entry, Attendance.CORRECTED)
    with pytest.raises(RuleBroken, match="nothing is corrected"):
        services.correct_attendance(by=tess, how="attended", **said)


def test_the_room_tells_who_is_held_to_it_and_whether_tests_were_given(tess, bexley):
    people = {name: enrolled(tess, last_name=name) for name in ("Calder", "Dorn", "Ember")}
    given(bexley, tess, 8, ("confirmed", "heroin"))
    services.order_test(by=tess, enrolment=people["Calder"], why="cause", specimen="urine", at=noon(9))
    services.begin_pause(by=tess, enrolment=people["Dorn"], kind="custody", began_on=day(9), at=noon(9))
    meeting = planned(tess, 10)
    planned(tess, 17)
    recorded(meeting, people["Ember"], tess, 10, "excused", excuse="Ill")
    decided_to_leave(people["Ember"], tess, 10)
    room = roomful(meeting, tess, noon(10))
    assert [(row.enrolment.participant.last_name, row.stands, row.status.day) for row in room.rows] == [
        ("Bexley", "left", 2), ("Calder", "left", 10), ("Dorn", "paused", 9), ("Ember", "excused", 10),
    ]  # fmt: skip
    assert [row.tests.words for row in room.rows][::3] == ["1 given", "Not tested this week"]
    assert room.rows[1].tests.awaited
    assert (room.words, room.next.held_on, room.rows[2].pause) == ("1 of 3 recorded", day(17), "custody")
    assert roomful(meeting, tess, noon(9)).is_ahead


def test_a_roomful_is_one_page_and_no_query_more_for_many(client, tess, bexley, django_assert_max_num_queries):
    meeting = planned(tess, 7)
    client.force_login(tess)
    page = reverse("callins:dtc:view_meeting", args=[meeting.pk])
    with treatment():
        given(enrolled(tess, last_name="Calder"), tess, 5, ("negative", ""))
    with django_assert_max_num_queries(40) as asked:
        client.get(page)
    with treatment():
        for number in range(8):
            given(enrolled(tess, last_name=f"Dorn{number}"), tess, 5, ("negative", ""))
    with django_assert_max_num_queries(len(asked.captured_queries)):
        assert client.get(page).content.decode().count('<li class="dmi-room__row"') == 10


def test_taps_with_and_without_script(client, tess, bexley):
    client.force_login(tess)
    with treatment():
        meeting = planned(tess, 7)
        calder = enrolled(tess, last_name="Calder")
    room = reverse("callins:dtc:view_meeting", args=[meeting.pk])
    tap = reverse("callins:dtc:record_attendance", args=[meeting.pk, bexley.participant_id])
    seen = roomful_seen(client.get(room))
    answer = client.post(tap, {"how": "missed"}, **HTMX).content.decode()
    assert 'data-stands="missed"' in answer
    assert "1 of 2 recorded" in answer
    assert "recorded already: missed, by" in client.post(tap, {"how": "attended"}, **HTMX).content.decode()
    other = client.get(f"{room}?seen={seen}", **HTMX)
    assert b"Bexley" in other.content
    assert b"Calder" not in other.content
    assert client.get(f"{room}?seen={roomful_seen(other)}", **HTMX).status_code == HTTPStatus.NO_CONTENT
    tap = reverse("callins:dtc:record_attendance", args=[meeting.pk, calder.participant_id])
    refused = client.post(tap, {"how": "excused"})
    assert "Say why the absence is excused." in refused.content.decode()
    page = client.post(tap, {"how": "excused", "excuse": "In court"}, follow=True)
    assert page.redirect_chain == [(room, HTTPStatus.FOUND)]
    assert "2 of 2 recorded" in page.content.decode()
    listed = client.get(reverse("callins:dtc:view_meetings")).content.decode()
    assert "Complete" in listed


def roomful_seen(answer):
    return answer.content.decode().partition("?seen=")[2][:16]


def test_meetings_by_json(client, tess, bexley):
    client.force_login(tess)

    def post(name, key, **said):
        address = reverse(f"api:callins:dtc:{name}", args=key)
        return client.post(address, said, content_type="application/json")

    now = timezone.now()
    said = {"starts_at": now.isoformat(), "place": "Grange Hall", "weeks": 2}
    meeting = post("plan_meeting", [], **said).json()["id"]
    assert post("record_attendance", [meeting, bexley.participant_id], how="excused").status_code == HTTPStatus.CONFLICT
    entry = post("record_attendance", [meeting, bexley.participant_id], how="missed").json()["id"]
    assert post("correct_attendance", [entry], how="attended", why="Late").json()["corrected_why"] == "Late"
    assert post("record_rest_attended", [meeting]).status_code == HTTPStatus.CONFLICT
    room = client.get(reverse("api:callins:dtc:view_meeting", args=[meeting])).json()
    assert (room["recorded"], room["rows"][0]["stands"], room["rows"][0]["tests"]["given"]) == (1, "attended", 0)
    assert post("change_meeting", [room["next"]["id"]], place="Library").json()["place"] == "Library"
    assert post("call_off_meeting", [room["next"]["id"]], why="Snow").json()["called_off_why"] == "Snow"
    listed = client.get(reverse("api:callins:dtc:view_meetings")).json()["results"]
    assert sorted((each["attended"], each["excused"]) for each in listed) == [(0, 1), (1, 0)]
    with treatment():  # every act is a line, and so is every look
        done = set(AuditEntry.objects.filter(outcome__in=["done", "read"]).values_list("verb", flat=True))
    assert done >= {f"dtc.{verb}" for verb in (
        "plan_meeting", "record_attendance", "correct_attendance", "change_meeting", "call_off_meeting", "view_meeting",
        "view_meetings",
    )}  # fmt: skip
